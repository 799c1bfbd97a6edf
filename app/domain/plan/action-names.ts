/** An action by its plan and code. */
export type ActionRef = { plan: string; code: string };

/** An action as forms, addresses, filters and exports name it: `2021-2023/4.6.3`. */
export function actionName({ plan, code }: ActionRef): string {
  return `${plan}/${code}`;
}

const NAME = /^(\d{4}-\d{4})\/(\d[\d.]{0,19})$/;

/** What a name says, whether there is such an action or not; undefined for what is not one: "pippo", "4.6.3". */
export function readActionName(name: string): ActionRef | undefined {
  const [, plan, code] = NAME.exec(name) ?? [];
  return plan !== undefined && code !== undefined ? { plan, code } : undefined;
}
