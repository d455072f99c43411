import './import.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type DragEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { limits } from '#contracts/limits';
import { importFile, importText } from '../../api/imports';
import { asProblem } from '../../api/problem';
import { importsQuery } from '../../api/queries';
import type { Import } from '../../api/types';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { Lock } from '../../signs/private';
import { PageTitle, usePage } from '../../shell/page';
import { Failure, Loaded } from '../../shell/states';
import { meetingTexts } from '../meeting/words';
import { LookedFor } from './reading';
import { importTexts, readingTexts } from './words';

const megabytes = limits.importBytes / 1_000_000;

const KINDS = '.docx,.pdf,.html,.htm,.xlsx,.csv,.tsv,.txt';

/** The way in: a file or pasted text; and the imports that are still under way. */
export function Component() {
  const t = useTexts(importTexts);
  const words = useTexts(readingTexts);
  const meetings = useTexts(meetingTexts);
  const navigate = useNavigate();
  const cache = useQueryClient();
  const language = useLanguage();
  const open = useQuery(importsQuery);
  const [text, setText] = useState('');
  const [over, setOver] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  usePage(t('title'), [{ label: meetings('list.title'), to: '/meetings' }, { label: t('title') }]);

  const reading = useMutation({
    mutationFn: (source: File | string) =>
      typeof source === 'string' ? importText(source) : importFile(source, setShare),
    onSettled: () => setShare(null),
    onSuccess: async (result: Import) => {
      cache.setQueryData(['import', result.id], result);
      await cache.invalidateQueries({ queryKey: importsQuery.queryKey });
      await navigate(`/imports/${result.id}`);
    },
  });

  const refused = reading.error ? asProblem(reading.error).params['missing'] : undefined;
  const missing =
    typeof refused === 'string' ? refused.split(' ').map((what) => ({ what, found: false })) : [];

  const take = (file: File | undefined) => {
    if (!file) return;
    setTooLarge(file.size > limits.importBytes ? file.name : null);
    if (file.size <= limits.importBytes) reading.mutate(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    <div className="page">
      <div className="head">
        <PageTitle>{t('title')}</PageTitle>
        <p className="sub">{t('lead')}</p>
        <p className="gap-small">
          <Lock />
        </p>
      </div>
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>
          {t('drop')}{' '}
          <label className="pick-file">
            {t('choose')}
            <input
              type="file"
              accept={KINDS}
              disabled={reading.isPending}
              onChange={(event) => {
                take(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </label>
        </p>
        <p className="meta">{t('fileNote', { size: megabytes })}</p>
      </div>
      <div role="status">
        {reading.isPending && (
          <p className="waiting">
            <i aria-hidden="true" />
            {share !== null && share < 1
              ? t('uploading', { percent: Math.round(share * 100) })
              : t('reading')}
          </p>
        )}
        {tooLarge !== null && (
          <p className="note warn gap-small">{t('tooLarge', { file: tooLarge, size: megabytes })}</p>
        )}
      </div>
      {reading.error && (
        <div className="gap-small">
          <Failure error={reading.error} kept={text !== ''} />
          {missing.length > 0 && (
            <div className="note">
              <LookedFor items={missing} />
            </div>
          )}
        </div>
      )}
      <form
        className="paste"
        onSubmit={(event) => {
          event.preventDefault();
          reading.mutate(text);
        }}
      >
        <h2>{t('paste')}</h2>
        <label className="field gap-small">
          <span className="lb">{t('pasteLabel')}</span>
          <textarea
            className="area-in"
            maxLength={limits.importCharacters}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <p className="gap-small">
          <button type="submit" className="btn primary" disabled={text.trim() === '' || reading.isPending}>
            {t('read')}
          </button>
        </p>
      </form>
      <section className="sec" aria-labelledby="open">
        <h2 id="open">{t('open.title')}</h2>
        <Loaded of={open}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="t2">{t('open.none')}</p>
            ) : (
              <ul className="lines">
                {items.map((item) => (
                  <li key={item.id}>
                    <Link to={`/imports/${item.id}`}>
                      <Written>{item.title ?? item.fileName}</Written>
                    </Link>
                    <span className="meta">
                      {item.state === 'failed' && <span className="ev">{words('state.failed')} </span>}
                      {item.state === 'parsing' && (
                        <>
                          <progress value={item.progress} max={100} aria-label={words('progress')} />{' '}
                          {words('state.parsing', { percent: item.progress })}{' '}
                        </>
                      )}
                      {item.title !== null && item.fileName}{' '}
                      <span className="num">
                        {t('open.at', { date: formatDate(item.createdAt, language) })}
                      </span>
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </section>
    </div>
  );
}
