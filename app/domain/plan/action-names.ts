/** An action by its plan and code. */
export type ActionRef = { plan: string; code: string };

/** An action as forms, addresses, filters and exports name it: `2021-2023/4.6.3`. */
export function actionName({ plan, code }: ActionRef): string {
  return `${plan}/${code}`;
}

/** The plan and the code that such a name says; undefined where it says none. */
export function readActionName(name: string): ActionRef | undefined {
  const [plan = "", code = "", ...more] = name.split("/");
  return plan === "" || code === "" || more.length > 0 ? undefined : { plan, code };
}
