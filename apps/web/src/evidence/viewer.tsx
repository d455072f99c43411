import './evidence.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { fileAddress, pageAddress } from '../api/calls';
import { previewQuery } from '../api/queries';
import { useTexts } from '../i18n/texts';
import { useModal } from '../forms/modal';
import { useSize } from '../forms/size';
import { Icon } from '../signs/icon';
import { Failure, Waiting } from '../shell/states';
import type { ViewedFile } from './file-name';
import { evidenceTexts } from './words';

interface Props {
  files: ViewedFile[];
  first: number;
  close: () => void;
}

const zooms = [1, 1.5, 2, 3];

/** Pictures, pages, texts, films and sound, one after the other; all of it by keyboard. The dialogue keeps the focus. */
export function Viewer({ files, first, close }: Props) {
  const t = useTexts(evidenceTexts);
  const size = useSize();
  const dialog = useModal();
  const stage = useRef<HTMLDivElement>(null);
  const title = useId();
  const [at, setAt] = useState(first);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(0);
  const file = files[at]!;
  const plays = /^(video|audio)\//.exec(file.mediaType ?? '')?.[1];
  const { data, error } = useQuery({ ...previewQuery(file.id), enabled: plays === undefined });
  const drawn = plays === undefined ? (data?.pages.length ?? 0) : 0;

  useEffect(() => {
    stage.current?.focus();
  }, []);

  const backward = page > 1 || at > 0;
  const forward = page < drawn || at < files.length - 1;
  const turn = (step: 1 | -1) => {
    const next = page + step;
    if (next >= 1 && next <= drawn) setPage(next);
    else if (files[at + step]) {
      setAt(at + step);
      setPage(1);
      setZoom(0);
    }
    stage.current?.scrollTo(0, 0);
  };
  const scale = (step: 1 | -1) => setZoom((before) => Math.min(zooms.length - 1, Math.max(0, before + step)));

  const press = (event: KeyboardEvent) => {
    // A player has arrows of its own.
    if (event.target instanceof HTMLMediaElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const acts: Record<string, (() => void) | undefined> = {
      // Of a picture that is larger than the screen the arrows show the rest.
      ...(zoom === 0 && { ArrowRight: () => turn(1), ArrowLeft: () => turn(-1) }),
      ...{ PageDown: () => turn(1), PageUp: () => turn(-1) },
      ...{ '+': () => scale(1), '=': () => scale(1), '-': () => scale(-1), '0': () => setZoom(0) },
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <dialog
      ref={dialog}
      className="viewer"
      aria-labelledby={title}
      onKeyDown={press}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <header>
        <h2 id={title}>{file.name}</h2>
        <span className="meta num" role="status">
          {drawn > 1 && t('viewer.page', { page, pages: drawn })}{' '}
          {files.length > 1 && t('viewer.file', { file: at + 1, files: files.length })}
        </span>
        <span className="push row">
          {(backward || forward) && (
            <>
              <Tool icon="left" label={t('viewer.back')} disabled={!backward} act={() => turn(-1)} />
              <Tool icon="right" label={t('viewer.forward')} disabled={!forward} act={() => turn(1)} />
            </>
          )}
          {data?.mediaType === 'image/webp' && (
            <>
              <Tool icon="minus" label={t('viewer.smaller')} disabled={zoom === 0} act={() => scale(-1)} />
              <Tool
                icon="plus"
                label={t('viewer.larger')}
                disabled={zoom === zooms.length - 1}
                act={() => scale(1)}
              />
            </>
          )}
          <a className="btn sm" href={fileAddress(file.id)} download={file.name}>
            <Icon name="import" />
            {t('viewer.download')}
          </a>
          <Tool icon="x" label={t('viewer.close')} disabled={false} act={close} />
        </span>
      </header>
      <div className="stage" ref={stage} tabIndex={0} role="region" aria-label={t('viewer.content')}>
        {plays === 'video' && <video key={file.id} src={fileAddress(file.id)} controls preload="metadata" />}
        {plays === 'audio' && <audio key={file.id} src={fileAddress(file.id)} controls preload="metadata" />}
        {error && <Failure error={error} />}
        {!plays && !data && !error && <Waiting />}
        {data?.state === 'waiting' && <p className="card">{t('viewer.waiting')}</p>}
        {data?.state === 'none' && (
          <p className="card">
            <Icon name="doc" />
            <strong>{file.name}</strong>
            {file.bytes !== null && <span className="num">{size(file.bytes)}</span>}
            <span>{t('viewer.none')}</span>
          </p>
        )}
        {data?.mediaType === 'image/webp' && (
          <img
            key={`${file.id} ${page}`}
            src={pageAddress(file.id, page)}
            alt={t('viewer.picture', { name: file.name, page })}
            width={data.pages[page - 1]?.width}
            height={data.pages[page - 1]?.height}
            className={zoom === 0 ? 'fit' : undefined}
            style={zoom === 0 ? undefined : { width: `${zooms[zoom]! * 100}%` }}
          />
        )}
        {data?.mediaType === 'text/plain' && <TextPage id={file.id} />}
        {data && data.pageCount > drawn && drawn > 0 && page === drawn && (
          <p className="meta">{t('viewer.more', { pages: data.pageCount })}</p>
        )}
      </div>
    </dialog>
  );
}

interface ToolProps {
  icon: 'left' | 'right' | 'minus' | 'plus' | 'x';
  label: string;
  disabled: boolean;
  act: () => void;
}

/** What is at its end stays where the focus is, and says so. */
function Tool({ icon, label, disabled, act }: ToolProps) {
  return (
    <button
      type="button"
      className="btn sm"
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={() => !disabled && act()}
    >
      <Icon name={icon} />
    </button>
  );
}

function TextPage({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: ['preview-text', id],
    queryFn: async () => {
      const response = await fetch(pageAddress(id, 1));
      if (!response.ok) throw new Error(`${response.status}`);
      return response.text();
    },
  });
  if (error) return <Failure error={error} />;
  return data === undefined ? <Waiting /> : <pre>{data}</pre>;
}
