import './reports.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Audience } from '#contracts/status';
import { languages, type Language } from '#i18n/language';
import { requestReport } from '../../api/calls';
import { useSession } from '../../api/queries';
import type { Meeting } from '../../api/types';
import { useLanguage, useTexts } from '../../i18n/texts';
import { useSideName } from '../../signs/side';
import { Failure } from '../../shell/states';
import { tell } from '../../shell/toast';
import { ReportList } from './list';
import { recordTexts } from './words';

/** The reports of one meeting: ask for one, watch it being built, download it. */
export function ReportsOf({ meeting }: { meeting: Meeting }) {
  const t = useTexts(recordTexts);
  return (
    <>
      {meeting.abilities.requestReport && <Request meeting={meeting} />}
      <section className="sec" aria-labelledby="reports">
        <h2 id="reports">{t('reports.title')}</h2>
        <ReportList meeting={meeting.id} empty={t('reports.noneHere')} />
      </section>
    </>
  );
}

function Request({ meeting }: { meeting: Meeting }) {
  const t = useTexts(recordTexts);
  const session = useSession();
  const side = useSideName();
  const reader = useLanguage();
  const cache = useQueryClient();
  const [audience, setAudience] = useState<Audience>('joint');
  const [language, setLanguage] = useState<Language>(reader);

  const requesting = useMutation({
    mutationFn: () => requestReport(meeting.id, { audience, language }),
    onSuccess: async () => {
      tell(t('reports.queuedNote'));
      await cache.invalidateQueries({ queryKey: ['reports'] });
    },
  });

  const choice = (value: Audience, label: string, note: string) => (
    <label className="choice">
      <input type="radio" name="audience" checked={audience === value} onChange={() => setAudience(value)} />
      <span>
        {label}
        <span className="meta">{note}</span>
      </span>
    </label>
  );

  return (
    <form
      className="request"
      aria-labelledby="request"
      onSubmit={(event) => {
        event.preventDefault();
        requesting.mutate();
      }}
    >
      <h2 id="request">{t('reports.request')}</h2>
      <div className="two gap-small">
        <fieldset>
          <legend className="lb">{t('reports.audience')}</legend>
          {choice('joint', t('reports.joint'), t('reports.jointNote'))}
          {session.side &&
            choice(
              'side',
              t('reports.side', { side: side(session.side) }),
              t('reports.sideNote', { side: side(session.side) }),
            )}
        </fieldset>
        <fieldset>
          <legend className="lb">{t('reports.language')}</legend>
          {languages.map((one) => (
            <label key={one} className="choice">
              <input
                type="radio"
                name="language"
                checked={language === one}
                onChange={() => setLanguage(one)}
              />
              <span>{t(`language.${one}`)}</span>
            </label>
          ))}
        </fieldset>
      </div>
      {requesting.error && <Failure error={requesting.error} kept />}
      <div className="foot">
        <p className="who">
          {audience === 'joint'
            ? t('reports.jointNote')
            : t('reports.sideNote', { side: side(session.side) })}
        </p>
        <button type="submit" className="btn primary" disabled={requesting.isPending}>
          {requesting.isPending ? t('reports.going') : t('reports.go')}
        </button>
      </div>
    </form>
  );
}
