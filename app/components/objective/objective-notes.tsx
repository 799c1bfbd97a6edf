import type { ReactNode } from "react";
import { momentWithArticle } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import type { Told } from "./objective-story.tsx";

export type ToldNote = Told & { id: number; text: string };

/** What was noted of an objective, newest first. `form`: where a new one is written, for who may. */
export function ObjectiveNotes({ notes, form }: { notes: ToldNote[]; form?: ReactNode }) {
  if (notes.length === 0 && !form) return null;
  return (
    <section aria-labelledby="note">
      <h2 id="note">Note</h2>
      {form}
      <ul className="list">
        {notes.map((note) => (
          <li key={note.id} id={`nota-${note.id}`}>
            {note.text}
            <span className="mut sm d">
              {authorLabel({ role: note.author_role, office: note.author_office })},{" "}
              {momentWithArticle(note.recorded_at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
