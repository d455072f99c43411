import './evidence.css';
import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { announceEvidence, type EvidencePlace, getEvidence, removeEvidence } from '../api/calls';
import { asProblem } from '../api/problem';
import type { Evidence, Revision } from '../api/types';
import { useTexts } from '../i18n/texts';
import { Icon } from '../signs/icon';
import { Failure } from '../shell/states';
import { LinkSheet } from './link-sheet';
import { OwnFile } from './own-file';
import { forgetFile, sendFile } from './uploads';
import { evidenceTexts } from './words';

interface Props {
  /** As last read. */
  pieces: Evidence[];
  /** What the files hang on; a draft is made on the server where there is none yet. */
  place: () => Promise<EvidencePlace>;
  /** Pieces that may hang there. */
  most: number;
  /** What is said of them under the list. */
  note: string;
  /** Whether the reader may add some. */
  adding?: boolean;
  /** Whether links may stand there too. */
  links?: boolean;
  /** What stands under each. */
  below?: (piece: Evidence, put: (next: Evidence) => void) => ReactNode;
  changed?: () => void;
}

/** How often a file that is being checked is looked at again. */
const lookAgainMs = 2_000;

/** What is read now, and what this page has added that nobody could have read before. */
const followed = (shown: Evidence[], before: Evidence[], now: Evidence[]): Evidence[] => {
  const known = new Set([...before, ...now].map(({ id }) => id));
  return [...now, ...shown.filter(({ id }) => !known.has(id))];
};

const newest = ({ revisions }: Evidence): Revision | undefined => revisions[0];

/** Own files, and how new ones get there: chosen, dropped, pasted or taken; how far each is, and what became of it. */
export function UploadField({ pieces, place, most, note, adding = true, links, below, changed }: Props) {
  const t = useTexts(evidenceTexts);
  const [read, setRead] = useState(pieces);
  const [files, setFiles] = useState(pieces);
  const [over, setOver] = useState(false);
  const [linking, setLinking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const root = useRef<HTMLDivElement>(null);
  // Read again: what was added or taken off elsewhere shows here too.
  if (pieces.length !== read.length || pieces.some((each, at) => each !== read[at])) {
    setRead(pieces);
    setFiles((before) => followed(before, read, pieces));
  }

  /** One announcement after the other: two must not both make the draft. */
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const put = (one: Evidence) =>
    setFiles((before) =>
      before.some(({ id }) => id === one.id)
        ? before.map((each) => (each.id === one.id ? one : each))
        : [...before, one],
    );
  const settle = (one: Evidence) => {
    put(one);
    changed?.();
  };
  const look = async (id: string) => settle(await getEvidence(id));

  const checking = files.filter((each) => newest(each)?.state === 'scanning').map(({ id }) => id);
  const waiting = checking.join();
  useEffect(() => {
    if (waiting === '') return;
    const timer = setInterval(() => {
      for (const id of waiting.split(',')) getEvidence(id).then(put, () => undefined);
    }, lookAgainMs);
    return () => clearInterval(timer);
  }, [waiting]);

  const begin = async (file: File, known: Evidence[]): Promise<Evidence> => {
    // The same file chosen again goes on where it stopped.
    const begun = known.find((each) => {
      const revision = newest(each);
      return (
        revision?.state === 'uploading' && revision.givenName === file.name && revision.bytes === file.size
      );
    });
    const evidence = begun ?? (await announceEvidence(await place(), file));
    put(evidence);
    sendFile(newest(evidence)!.id, file, () => void look(evidence.id).catch(setError));
    return evidence;
  };

  const add = (chosen: File[]) => {
    setError(null);
    setSaid(null);
    queue.current = queue.current
      .then(async () => {
        let known = files;
        for (const file of chosen) {
          const again = known.some((each) => newest(each)?.state === 'uploading');
          if (known.length >= most && !again) {
            setSaid(t('field.tooMany', { count: most }));
            return;
          }
          const evidence = await begin(file, known);
          known = [...known.filter(({ id }) => id !== evidence.id), evidence];
        }
      })
      .catch(setError);
  };

  const remove = async (evidence: Evidence) => {
    setError(null);
    try {
      for (const { id } of evidence.revisions) await forgetFile(id);
      await removeEvidence(evidence.id, evidence.version);
      setFiles((before) => before.filter(({ id }) => id !== evidence.id));
      changed?.();
    } catch (failure) {
      setError(failure);
      // What it is now stands before whoever tries again.
      if (asProblem(failure).status === 412) await look(evidence.id).catch(setError);
    }
  };

  // A screenshot that is pasted anywhere in the form around.
  const latest = useRef(add);
  useEffect(() => {
    latest.current = add;
  });
  useEffect(() => {
    const form = root.current?.closest('[data-pastes]') ?? root.current;
    if (!adding) return;
    const pasted = (event: Event) => {
      const given = [...((event as ClipboardEvent).clipboardData?.files ?? [])];
      if (given.length === 0) return;
      event.preventDefault();
      const stamp = new Date().toLocaleString('sv-SE').replace(/\D/g, '');
      latest.current(
        given.map((file) =>
          file.name === 'image.png' ? new File([file], `${stamp}.png`, { type: file.type }) : file,
        ),
      );
    };
    form?.addEventListener('paste', pasted);
    return () => form?.removeEventListener('paste', pasted);
  }, [adding]);

  const dragged = (event: DragEvent, on: boolean) => {
    if (!adding || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(on);
  };

  const input = (label: string, icon: 'plus' | 'camera', camera: boolean) => (
    <label className={camera ? 'file add camera' : 'file add'}>
      <Icon name={icon} />
      {label}
      <input
        type="file"
        {...(camera ? { accept: 'image/*', capture: 'environment' as const } : { multiple: true })}
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </label>
  );

  return (
    <div
      ref={root}
      role="group"
      aria-label={t('field.title')}
      className={over ? 'uploads over' : 'uploads'}
      onDragOver={(event) => dragged(event, true)}
      onDragLeave={(event) => dragged(event, false)}
      onDrop={(event) => {
        dragged(event, false);
        add([...event.dataTransfer.files]);
      }}
    >
      <ul className={below ? 'pieces' : 'files-list'}>
        {files.map((evidence) => (
          <li key={evidence.id}>
            <OwnFile
              evidence={evidence}
              among={files}
              removing={evidence.abilities.remove ? () => void remove(evidence) : null}
            />
            {below?.(evidence, settle)}
          </li>
        ))}
        {adding && (
          <li className="row wrap">
            {input(t('field.add'), 'plus', false)}
            {input(t('field.camera'), 'camera', true)}
            {links && (
              <button type="button" className="link" onClick={() => setLinking(true)}>
                {t('field.addLink')}
              </button>
            )}
          </li>
        )}
      </ul>
      {adding && <p className="meta">{note}</p>}
      {linking && <LinkSheet place={place} close={() => setLinking(false)} done={settle} />}
      <div role="status">{said !== null && <p className="note warn gap-small">{said}</p>}</div>
      {error !== null && <Failure error={error} kept />}
    </div>
  );
}
