import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { named } from '#i18n/language';
import { editNote, writeNote } from '../../api/calls';
import { asProblem } from '../../api/problem';
import { useSession } from '../../api/queries';
import type { Measure, Note } from '../../api/types';
import { Conflict } from '../../desk/conflict';
import { deskTexts } from '../../desk/words';
import { useKept } from '../../desk/use-kept';
import { bold, useLanguage, useTexts } from '../../i18n/texts';
import { useSideName } from '../../signs/side';
import { Failure } from '../../shell/states';
import { shellTexts } from '../../shell/words';
import { namedIn, NoteField, type Colleague } from './note-field';
import { useChanged } from './use-changed';

/** Where a note is begun. What is typed stays on this computer until it is sent. */
export function NewNote({ measure }: { measure: Measure }) {
  const t = useTexts(deskTexts);
  const language = useLanguage();
  const session = useSession();
  const side = useSideName();
  const id = useId();
  const changed = useChanged();
  const [text, setText] = useKept(`note.${session.person.id}.${measure.id}`);
  const [known, setKnown] = useState<Colleague[]>([]);
  const [officeOnly, setOfficeOnly] = useState(false);
  const office = named(session.organisation.short, language);
  const sending = useMutation({
    mutationFn: () =>
      writeNote(measure.id, {
        ...{ text: text.trim(), officeOnly },
        mentionIds: namedIn(text, known),
      }),
    onSuccess: async (next) => {
      setText('');
      await changed(next, t('notes.sent'));
    },
  });
  return (
    <div className="note-form">
      <NoteField
        label={t('notes.write')}
        hint={t('notes.hint')}
        value={text}
        officeId={officeOnly ? session.organisation.id : null}
        onChange={setText}
        onName={(person) => setKnown((before) => [...before, person])}
      />
      <fieldset>
        <legend className="sr">{t('notes.readers')}</legend>
        <div className="seg">
          {[false, true].map((only) => (
            <label key={String(only)}>
              <input
                type="radio"
                name={id}
                checked={officeOnly === only}
                onChange={() => setOfficeOnly(only)}
              />
              {only ? t('notes.office', { office }) : t('notes.side', { side: side(session.side) })}
            </label>
          ))}
        </div>
      </fieldset>
      {sending.error && <Failure error={sending.error} kept />}
      <div className="foot">
        <p className="who">
          {bold(
            officeOnly ? t('notes.whoOffice', { office }) : t('notes.whoSide', { side: side(session.side) }),
          )}
        </p>
        <button
          type="button"
          className="btn"
          disabled={text.trim() === '' || sending.isPending}
          onClick={() => sending.mutate()}
        >
          {t('notes.send')}
        </button>
      </div>
    </div>
  );
}

/** Its author mends a note. Should another window have mended it meanwhile, both versions stand. */
export function EditNote({ note, close }: { note: Note; close: () => void }) {
  const t = useTexts(deskTexts);
  const shell = useTexts(shellTexts);
  const changed = useChanged();
  const [base, setBase] = useState(note.version);
  const [text, setText] = useState(note.text);
  const [known, setKnown] = useState<Colleague[]>(note.mentions);
  const saving = useMutation({
    mutationFn: (version: number) =>
      editNote(note.id, version, {
        text: text.trim(),
        mentionIds: namedIn(text, known),
      }),
    onSuccess: async (next) => {
      close();
      await changed(next, t('notes.saved'));
    },
  });
  const conflict = saving.error !== null && asProblem(saving.error).status === 412;
  return (
    <div className="note-form">
      {note.version !== base && (
        <Conflict
          mine={<p className="prose">{text}</p>}
          theirs={<p className="prose">{note.text}</p>}
          keepMine={() => {
            setBase(note.version);
            saving.mutate(note.version);
          }}
          keepTheirs={() => {
            setBase(note.version);
            setText(note.text);
            setKnown(note.mentions);
            saving.reset();
          }}
        />
      )}
      <NoteField
        label={t('notes.editOf', { author: note.author.name })}
        hint={t('notes.hint')}
        value={text}
        officeId={note.officeOnly ? note.organisation.id : null}
        onChange={setText}
        onName={(person) => setKnown((before) => [...before, person])}
      />
      {saving.error && !conflict && <Failure error={saving.error} kept />}
      <div className="foot">
        <button type="button" className="btn push" onClick={close}>
          {shell('action.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={text.trim() === '' || note.version !== base || saving.isPending}
          onClick={() => saving.mutate(base)}
        >
          {t('notes.save')}
        </button>
      </div>
    </div>
  );
}
