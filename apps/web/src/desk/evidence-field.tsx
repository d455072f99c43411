import { useEffect, useState } from 'react';
import { limits } from '#contracts/limits';
import type { EvidenceRejection } from '#contracts/status';
import { announceEvidence, fileAddress, getEvidence, removeEvidence } from '../api/calls';
import { sendFile } from '../api/tus';
import type { Evidence, Revision, Update } from '../api/types';
import { useTexts } from '../i18n/texts';
import { Icon } from '../signs/icon';
import { domainTexts } from '../signs/light';
import { Failure } from '../shell/states';
import { workTexts } from './words';

interface Props {
  initial: Evidence[];
  /** The draft that the files belong to; made on the server where there is none yet. */
  ensure: () => Promise<Update>;
}

/** How often a file that is being checked is looked at again. */
const lookAgainMs = 2_000;

const newest = ({ revisions }: Evidence): Revision | undefined => revisions[0];

/** Files beside an update: how much of each has gone up, what became of it, and how to take one away again. */
export function EvidenceField({ initial, ensure }: Props) {
  const t = useTexts(workTexts);
  const [files, setFiles] = useState(initial);
  const [sending, setSending] = useState<{ id: string; name: string; share: number } | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);

  const put = (one: Evidence) =>
    setFiles((before) =>
      before.some(({ id }) => id === one.id)
        ? before.map((each) => (each.id === one.id ? one : each))
        : [...before, one],
    );

  const checking = files.filter((each) => newest(each)?.state === 'scanning').map(({ id }) => id);
  const waiting = checking.join();
  useEffect(() => {
    if (waiting === '') return;
    const timer = setInterval(() => {
      for (const id of waiting.split(',')) getEvidence(id).then(put, () => undefined);
    }, lookAgainMs);
    return () => clearInterval(timer);
  }, [waiting]);

  const send = async (file: File) => {
    const update = await ensure();
    // The same file chosen again goes on where it stopped.
    const begun = files.find((each) => {
      const revision = newest(each);
      return (
        revision?.state === 'uploading' && revision.givenName === file.name && revision.bytes === file.size
      );
    });
    const evidence = begun ?? (await announceEvidence(update.id, file));
    put(evidence);
    const id = newest(evidence)!.id;
    setSending({ id, name: file.name, share: 0 });
    await sendFile(id, file, (share) => setSending({ id, name: file.name, share }));
    put(await getEvidence(evidence.id));
  };

  const add = async (chosen: File[]) => {
    setError(null);
    setNote(null);
    const room = limits.evidencePerUpdate - files.length;
    if (chosen.length > room) setNote(t('desk.tooMany', { count: limits.evidencePerUpdate }));
    try {
      for (const file of chosen.slice(0, Math.max(room, 1))) await send(file);
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(null);
    }
  };

  const remove = async (file: Evidence) => {
    setError(null);
    try {
      await removeEvidence(file.id);
      setFiles((before) => before.filter(({ id }) => id !== file.id));
    } catch (failure) {
      setError(failure);
    }
  };

  return (
    <div role="group" aria-label={t('desk.evidence')}>
      <ul className="files-list">
        {files.map((file) => (
          <li key={file.id} className="file">
            <Icon name="clip" />
            <FileState evidence={file} sending={sending?.id === newest(file)?.id} />
            <button
              type="button"
              className="remove"
              aria-label={t('desk.removeEvidence', { file: file.title })}
              onClick={() => void remove(file)}
            >
              <Icon name="x" />
            </button>
          </li>
        ))}
        <li>
          <label className="file add">
            <Icon name="plus" />
            {t('desk.addEvidence')}
            <input
              type="file"
              multiple
              disabled={sending !== null}
              onChange={(event) => {
                void add([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
          </label>
        </li>
      </ul>
      <p className="meta">{t('desk.evidenceNote', { count: limits.evidencePerUpdate })}</p>
      <div role="status">
        {sending && (
          <p className="meta">
            {t('desk.uploading', { file: sending.name, percent: Math.round(sending.share * 100) })}{' '}
            <progress value={sending.share} aria-hidden="true" />
          </p>
        )}
        {note !== null && <p className="note warn gap-small">{note}</p>}
      </div>
      {error !== null && <Failure error={error} kept />}
    </div>
  );
}

/** Its name, to be opened once it is there, and what still stands in the way. */
function FileState({ evidence, sending }: { evidence: Evidence; sending: boolean }) {
  const t = useTexts(workTexts);
  const words = useTexts(domainTexts);
  const revision = newest(evidence);
  if (revision?.url) {
    return (
      <a href={revision.url} target="_blank" rel="noreferrer">
        {evidence.title}
      </a>
    );
  }
  const name = revision?.fileName ?? evidence.title;
  switch (revision?.state) {
    case 'available':
      return (
        <>
          <a href={fileAddress(revision.id)} download={name}>
            {name}
          </a>
          {revision.sameAs && (
            <span className="meta">{t('desk.sameAs', { title: revision.sameAs.title })}</span>
          )}
        </>
      );
    case 'uploading':
      return (
        <>
          <span>{name}</span>
          {!sending && <span className="meta">{t('desk.unfinished')}</span>}
        </>
      );
    case 'scanning':
      return (
        <>
          <span>{name}</span>
          <span className="meta">{t('desk.checking')}</span>
        </>
      );
    case 'infected':
    case 'rejected':
      return (
        <>
          <span>{name}</span>
          <span className="bad">
            {revision.state === 'infected'
              ? words('rejection.infected')
              : words(`rejection.${revision.reason as EvidenceRejection}`)}
          </span>
        </>
      );
    case undefined:
      return <span>{name}</span>;
  }
}
