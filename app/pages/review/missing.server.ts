import type { ReportData } from "#app/domain/review/report-data.ts";

/** What a review that is about to be closed lacks, and may go without: the RTD is told before. */
export type Missing = {
  comment: boolean;
  areas: { code: string; title: string }[];
  decisions: boolean;
};

/** The areas named are those with something late and no comment: what the Giunta will ask about first. */
export function missingIn({ comment, areas, decisions }: ReportData): Missing {
  return {
    comment: comment === "",
    areas: areas
      .filter((area) => area.comment === "" && area.counts.late > 0)
      .map(({ code, title }) => ({ code, title })),
    decisions: decisions.length === 0,
  };
}
