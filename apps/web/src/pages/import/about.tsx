import { useQuery } from '@tanstack/react-query';
import type { DraftMeeting } from '#contracts/draft';
import { limits } from '#contracts/limits';
import { sourceKinds } from '#contracts/status';
import { named } from '#i18n/language';
import type { ReviewInput } from '../../api/calls';
import { mechanismsQuery } from '../../api/queries';
import type { Import } from '../../api/types';
import { DayField } from '../../forms/day-field';
import { i18n } from '../../i18n/i18n';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { domainTexts } from '../../signs/light';
import { importTexts } from './words';

interface Props {
  input: ReviewInput;
  obstacles: Import['obstacles'];
  editable: boolean;
  change: (input: ReviewInput) => void;
}

/** The meeting's own data, as found and as put right, and what is still missing for adoption. */
export function About({ input, obstacles, editable, change }: Props) {
  const t = useTexts(importTexts);
  const words = useTexts(domainTexts);
  const language = useLanguage();
  const { data: mechanisms } = useQuery(mechanismsQuery);
  const { meeting } = input.draft;
  const edit = (part: Partial<DraftMeeting>) =>
    change({ ...input, draft: { ...input.draft, meeting: { ...meeting, ...part } } });
  const missing = (code: string) => obstacles.some((obstacle) => obstacle.code === code);

  /** An obstacle that is newer than this browser's copy of the texts is shown by its code. */
  const say = ({ code, params }: Props['obstacles'][number]) => {
    const key = `obstacle.${code}`;
    const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
    return i18n.exists(key, { ns: importTexts.group }) ? t(key as Parameters<typeof t>[0], values) : code;
  };
  const signatories = meeting.signatories.map(({ post, name }) => (name === null ? post : `${post} ${name}`));

  return (
    <section className="about" aria-labelledby="about">
      <h2 id="about" className="as-h3">
        {t('meeting.title')}
      </h2>
      {obstacles.length > 0 && editable && (
        <div className="note warn gap-small" role="status">
          <strong>{t('obstacle.title')}</strong> {obstacles.map(say).join(language === 'en' ? '; ' : '；')}
          {language === 'en' ? '.' : '。'}
        </div>
      )}
      <fieldset disabled={!editable}>
        <legend className="sr">{t('meeting.title')}</legend>
        <div className="fields">
          <label className="field">
            <span className="lb">{t('meeting.name')}</span>
            <input
              className="input"
              value={meeting.title ?? ''}
              maxLength={limits.title}
              aria-invalid={missing('title_missing')}
              onChange={(event) => edit({ title: event.target.value || null })}
            />
          </label>
          <label className="field">
            <span className="lb">{t('meeting.mechanism')}</span>
            <select
              className="input"
              value={input.mechanismId ?? ''}
              aria-invalid={missing('mechanism_missing')}
              onChange={(event) => change({ ...input, mechanismId: event.target.value || null })}
            >
              <option value="">{t('meeting.chooseMechanism')}</option>
              {mechanisms?.items
                .filter(({ abilities, id }) => abilities.import || id === input.mechanismId)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {named(one.name, language)}
                  </option>
                ))}
            </select>
          </label>
          <label className="field">
            <span className="lb">{t('meeting.ordinal')}</span>
            <input
              className="input"
              type="number"
              min={1}
              max={999}
              value={meeting.ordinal ?? ''}
              aria-invalid={missing('ordinal_missing')}
              onChange={(event) =>
                edit({ ordinal: event.target.value === '' ? null : Number(event.target.value) })
              }
            />
          </label>
          <DayField
            label={t('meeting.date')}
            value={meeting.date}
            onChange={(date) => edit({ date })}
            disabled={!editable}
          />
          <label className="field">
            <span className="lb">{t('meeting.place')}</span>
            <input
              className="input"
              value={meeting.place ?? ''}
              maxLength={limits.title}
              aria-invalid={missing('place_missing')}
              onChange={(event) => edit({ place: event.target.value || null })}
            />
          </label>
          <label className="field">
            <span className="lb">{t('meeting.kind')}</span>
            <select
              className="input"
              value={input.kind}
              onChange={(event) => {
                const kind = sourceKinds.find((one) => one === event.target.value);
                if (kind) change({ ...input, kind });
              }}
            >
              {sourceKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {words(`source.${kind}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
      </fieldset>
      {signatories.length > 0 && (
        <p className="gap-small">
          <span className="meta">{t('meeting.signatories')}</span>{' '}
          <Written>{signatories.join(language === 'en' ? ', ' : '、')}</Written>
        </p>
      )}
    </section>
  );
}
