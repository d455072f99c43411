import { useState } from 'react';
import { limits } from '#contracts/limits';
import { addEvidence, evidenceAddress, removeEvidence } from '../api/calls';
import type { Evidence, Update } from '../api/types';
import { useTexts } from '../i18n/texts';
import { Icon } from '../signs/icon';
import { Failure } from '../shell/states';
import { workTexts } from './words';

interface Props {
  initial: Evidence[];
  /** The draft that the files belong to; made on the server where there is none yet. */
  ensure: () => Promise<Update>;
  onChange: (update: Update) => void;
}

const megabytes = Math.round(limits.evidenceBytes / 1_000_000);

/** Files beside an update: how much of each has gone up, and how to take one away again. */
export function EvidenceField({ initial, ensure, onChange }: Props) {
  const t = useTexts(workTexts);
  const [files, setFiles] = useState(initial);
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);

  const add = async (chosen: File[]) => {
    setError(null);
    setNote(null);
    let room = limits.evidencePerUpdate - files.length;
    try {
      for (const file of chosen) {
        if (room <= 0) {
          setNote(t('desk.tooMany', { count: limits.evidencePerUpdate }));
          break;
        }
        if (file.size > limits.evidenceBytes) {
          setNote(t('desk.tooLarge', { file: file.name, size: megabytes }));
          continue;
        }
        setSending({ name: file.name, share: 0 });
        const update = await ensure();
        const next = await addEvidence(update.id, file, (share) => setSending({ name: file.name, share }));
        setFiles(next.evidence);
        onChange(next);
        room -= 1;
      }
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
            <a href={evidenceAddress(file.id)} download={file.fileName}>
              {file.fileName}
            </a>
            <button
              type="button"
              className="remove"
              aria-label={t('desk.removeEvidence', { file: file.fileName })}
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
      <p className="meta">{t('desk.evidenceNote', { size: megabytes, count: limits.evidencePerUpdate })}</p>
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
