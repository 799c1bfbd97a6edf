import { officeAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { OfficeKind } from "#app/domain/office/offices.ts";
import { dayWith } from "#app/format.ts";
import { OFFICE_KIND_LABEL } from "#app/labels.ts";

/** "unità organizzativa · uo-3.4 · fa capo a Settore 3": what an office is, beside its name. */
export function OfficeWords({
  office,
}: {
  office: { code: string; kind: OfficeKind; parentName: string | null };
}) {
  const parts = [
    OFFICE_KIND_LABEL[office.kind],
    office.code,
    office.parentName && `fa capo a ${office.parentName}`,
  ];
  return <>{parts.filter(Boolean).join(" · ")}</>;
}

/** When an office ceased, and who took its place. */
export function CessationWords({
  on,
  successor,
  al,
}: {
  on: Day;
  successor: { code: string; name: string } | null;
  al?: Day;
}) {
  return (
    <>
      cessato {dayWith("il", on)}
      {successor ? (
        <>
          ; ciò di cui rispondeva è passato a <a href={officeAddress(successor.code, al)}>{successor.name}</a>
        </>
      ) : (
        "; non gli era affidato nulla"
      )}
    </>
  );
}
