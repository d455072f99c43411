import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { named } from '#i18n/language';
import { removeNote, seeMention } from '../../api/calls';
import type { Measure, Note } from '../../api/types';
import { deskTexts } from '../../desk/words';
import { Sheet } from '../../forms/sheet';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { Failure, Waiting } from '../../shell/states';
import { shellTexts } from '../../shell/words';
import { useChanged } from './use-changed';

// The list of colleagues that @ opens comes from Ant Design, which nobody needs who only reads.
const NewNote = lazy(async () => ({ default: (await import('./note-form')).NewNote }));
const EditNote = lazy(async () => ({ default: (await import('./note-form')).EditNote }));

/** What our people tell each other about the measure, newest first; never part of what is shared. */
export function Notes({ measure }: { measure: Measure }) {
  const t = useTexts(deskTexts);
  const notes = measure.own?.notes ?? [];
  return (
    <section className="sec" id="notes" aria-labelledby="notes-title">
      <h3 id="notes-title">{t('notes.title')}</h3>
      {notes.length === 0 && <p className="t2 gap-small">{t('notes.none')}</p>}
      <ul className="notes">
        {notes.map((note) => (
          <OneNote key={note.id} note={note} />
        ))}
      </ul>
      {measure.abilities.writeNote && (
        <Suspense fallback={<Waiting />}>
          <NewNote measure={measure} />
        </Suspense>
      )}
    </section>
  );
}

function OneNote({ note }: { note: Note }) {
  const t = useTexts(deskTexts);
  const language = useLanguage();
  const changed = useChanged();
  const [doing, setDoing] = useState<'edit' | 'delete' | null>(null);
  const close = () => setDoing(null);
  const seeing = useMutation({
    mutationFn: (id: string) => seeMention(id),
    onSuccess: (next) => changed(next, t('notes.seen')),
  });
  const { unseenId } = note;
  return (
    <li className={unseenId === null ? undefined : 'unseen'}>
      <div className="by">
        <strong>{note.author.name}</strong>
        <span className="meta">{named(note.organisation.short, language)}</span>
        {note.officeOnly && <span className="meta">{t('notes.officeOnly')}</span>}
        <time className="meta num push" dateTime={note.createdAt}>
          {formatDate(note.createdAt, language)}
          {note.editedAt !== null && `　${t('notes.edited')}`}
        </time>
      </div>
      {doing === 'edit' ? (
        <Suspense fallback={<Waiting />}>
          <EditNote note={note} close={close} />
        </Suspense>
      ) : (
        <p className="prose">
          <NoteText note={note} />
        </p>
      )}
      {seeing.error && <Failure error={seeing.error} />}
      {doing !== 'edit' && (unseenId !== null || note.abilities.edit) && (
        <p className="row does">
          {unseenId !== null && (
            <>
              <strong className="meta">{t('notes.you')}</strong>
              <button
                type="button"
                className="link"
                disabled={seeing.isPending}
                onClick={() => seeing.mutate(unseenId)}
              >
                {t('notes.see')}
              </button>
            </>
          )}
          {note.abilities.edit && (
            <button type="button" className="link" onClick={() => setDoing('edit')}>
              {t('notes.edit')}
            </button>
          )}
          {note.abilities.delete && (
            <button type="button" className="link" onClick={() => setDoing('delete')}>
              {t('notes.delete')}
            </button>
          )}
        </p>
      )}
      {doing === 'delete' && <DeleteSheet note={note} close={close} />}
    </li>
  );
}

/** The people whom it names stand out; an @ that names nobody is only a letter. */
function NoteText({ note: { text, mentions } }: { note: Note }) {
  const names = mentions.map(({ name }) => `@${name}`).filter((name) => text.includes(name));
  if (names.length === 0) return <Written>{text}</Written>;
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const parts = text.split(new RegExp(`(${escaped.join('|')})`));
  return parts.map((part, index) =>
    index % 2 === 1 ? <b key={index}>{part}</b> : <Written key={index}>{part}</Written>,
  );
}

function DeleteSheet({ note, close }: { note: Note; close: () => void }) {
  const t = useTexts(deskTexts);
  const shell = useTexts(shellTexts);
  const changed = useChanged();
  const removing = useMutation({
    mutationFn: () => removeNote(note.id, note.version),
    onSuccess: async (next) => {
      close();
      await changed(next, t('notes.deleted'));
    },
  });
  return (
    <Sheet title={t('notes.deleteTitle')} close={close}>
      <p className="prose">
        <NoteText note={note} />
      </p>
      {removing.error && <Failure error={removing.error} />}
      <div className="foot">
        <p className="who">{t('notes.deleteWho')}</p>
        <button type="button" className="btn" onClick={close}>
          {shell('action.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={removing.isPending}
          onClick={() => removing.mutate()}
        >
          {t('notes.delete')}
        </button>
      </div>
    </Sheet>
  );
}
