import { CheckFields } from "../edit/check-fields.tsx";
import { CodeField, type FieldsProps, NameField, SourceField } from "./named-fields.tsx";

/** A group of responsibles: its code once, its name, the offices that are in it. */
export function GroupFields({
  isNew = false,
  offices,
  ...props
}: FieldsProps & { isNew?: boolean; offices: { code: string; name: string }[] }) {
  return (
    <>
      {isNew && <CodeField {...props} example="settori-1-e-2" />}
      <NameField {...props} />
      <CheckFields
        name="members"
        legend="Uffici che ne fanno parte"
        checks={offices.map(({ code, name }) => ({ value: code, words: name }))}
        typed={props.typed}
        errors={props.errors.members}
      />
      <SourceField {...props} />
    </>
  );
}
