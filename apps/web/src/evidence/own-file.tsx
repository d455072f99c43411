import type { EvidenceRejection } from '#contracts/status';
import type { Evidence, Revision } from '../api/types';
import { useSize } from '../forms/size';
import { useTexts } from '../i18n/texts';
import { Icon } from '../signs/icon';
import { domainTexts } from '../signs/light';
import { FileName, type ViewedFile } from './file-name';
import { pauseFile, resumeFile, type Sending, useSendings } from './uploads';
import { evidenceTexts } from './words';

/** The newest file of a piece of evidence, where it is there to be looked at. */
function viewed({ title, revisions }: Evidence): ViewedFile[] {
  const revision = revisions[0];
  return revision?.state === 'available' && revision.url === null
    ? [{ ...revision, name: revision.fileName ?? title }]
    : [];
}

interface Props {
  evidence: Evidence;
  /** The pieces beside it. */
  among: Evidence[];
  /** Takes it off; null where that is not to be. */
  removing: (() => void) | null;
}

/** A piece of one's own side's evidence: its name, how far it is, and what still stands in the way. */
export function OwnFile({ evidence, among, removing }: Props) {
  const t = useTexts(evidenceTexts);
  const sendings = useSendings();
  const revision = evidence.revisions[0];
  const sending = revision && sendings.get(revision.id);
  return (
    <span className="file own">
      <Icon name="clip" />
      <Name evidence={evidence} revision={revision} among={among} />
      {sending && revision ? (
        <Progress id={revision.id} name={evidence.title} sending={sending} />
      ) : (
        <State revision={revision} />
      )}
      {removing && (
        <button
          type="button"
          className="tool"
          aria-label={t('field.remove', { file: evidence.title })}
          onClick={removing}
        >
          <Icon name="x" />
        </button>
      )}
    </span>
  );
}

function Name({
  evidence,
  revision,
  among,
}: Pick<Props, 'evidence' | 'among'> & { revision: Revision | undefined }) {
  if (revision?.url)
    return (
      <a href={revision.url} target="_blank" rel="noreferrer">
        {evidence.title}
      </a>
    );
  const [file] = viewed(evidence);
  if (file) return <FileName file={file} among={among.flatMap(viewed)} />;
  return <span>{revision?.fileName ?? evidence.title}</span>;
}

function State({ revision }: { revision: Revision | undefined }) {
  const t = useTexts(evidenceTexts);
  const words = useTexts(domainTexts);
  const size = useSize();
  switch (revision?.state) {
    case 'available':
      return (
        <>
          {revision.bytes !== null && <span className="meta num">{size(revision.bytes)}</span>}
          {revision.sameAs && (
            <span className="meta">{t('field.sameAs', { title: revision.sameAs.title })}</span>
          )}
        </>
      );
    case 'uploading':
      return <span className="meta">{t('field.unfinished')}</span>;
    case 'scanning':
      return <span className="meta">{t('field.checking')}</span>;
    case 'infected':
      return <span className="bad">{words('rejection.infected')}</span>;
    case 'rejected':
      return <span className="bad">{words(`rejection.${revision.reason as EvidenceRejection}`)}</span>;
    case undefined:
      return null;
  }
}

function Progress({ id, name, sending }: { id: string; name: string; sending: Sending }) {
  const t = useTexts(evidenceTexts);
  const { state, share, problem } = sending;
  const stopped = state === 'paused' || state === 'failed';
  const percent = Math.floor(share * 100);
  return (
    <>
      <progress value={share} aria-label={t('field.progress', { file: name })} />
      <span className={state === 'failed' ? 'bad' : 'meta num'} role="status">
        {state === 'failed' ? `${problem?.title} ${problem?.detail}` : t(`field.${state}`, { percent })}
      </span>
      <button
        type="button"
        className="tool"
        aria-label={stopped ? t('field.resume', { file: name }) : t('field.pause', { file: name })}
        onClick={() => (stopped ? resumeFile(id) : pauseFile(id))}
      >
        <Icon name={stopped ? 'play' : 'pause'} />
      </button>
    </>
  );
}
