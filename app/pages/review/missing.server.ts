import { charactersOutOfReport } from "#app/outside/report-characters.server.ts";
import type { ReportData } from "#app/domain/review/report-data.ts";

/** What a review that is about to be closed lacks, and may go without: the RTD is told before. */
export type Missing = {
  comment: boolean;
  areas: { code: string; title: string }[];
  decisions: boolean;
  /** The characters that the report would show as ▯, in which text each is. */
  undrawable: { where: string; characters: string[] }[];
};

/** The areas named are those with something late and no comment: what the Giunta will ask about first. */
export function missingIn({ comment, areas, decisions }: ReportData): Missing {
  return {
    comment: comment === "",
    areas: areas
      .filter((area) => area.comment === "" && area.counts.late > 0)
      .map(({ code, title }) => ({ code, title })),
    decisions: decisions.length === 0,
    undrawable: [
      { where: "commento sul piano intero", text: comment },
      ...areas.map((area) => ({ where: `commento sull’ambito ${area.code}`, text: area.comment })),
      ...decisions.map(({ text }, index) => ({ where: `decisione ${index + 1}`, text })),
      ...areas.flatMap(({ actions }) =>
        actions.map(({ code, title }) => ({ where: `titolo dell’azione ${code}`, text: title })),
      ),
    ].flatMap(({ where, text }) => {
      const characters = charactersOutOfReport(text);
      return characters.length === 0 ? [] : [{ where, characters }];
    }),
  };
}
