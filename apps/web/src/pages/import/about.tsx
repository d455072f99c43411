import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DraftMeeting } from '#contracts/draft';
import { limits } from '#contracts/limits';
import { sourceKinds } from '#contracts/status';
import { named } from '#i18n/language';
import type { ReviewInput } from '../../api/imports';
import { mechanismsQuery } from '../../api/queries';
import type { Import } from '../../api/types';
import { DayField } from '../../forms/day-field';
import { i18n } from '../../i18n/i18n';
import { useLanguage, useTexts } from '../../i18n/texts';
import { domainTexts } from '../../signs/light';
import { LinesField } from './lines-field';
import { Offices } from './offices';
import { importTexts } from './words';

interface Props {
  input: ReviewInput;
  obstacles: Import['obstacles'];
  editable: boolean;
  /** `field` names what is being typed into: its keys are undone as one. */
  change: (input: ReviewInput, at: string | null, field: string) => void;
}

/** The meeting's own data, as found and as put right, and what is still missing for adoption. */
export function About({ input, obstacles, editable, change }: Props) {
  const t = useTexts(importTexts);
  const words = useTexts(domainTexts);
  const language = useLanguage();
  const { data: mechanisms } = useQuery(mechanismsQuery);
  const { meeting } = input.draft;
  const edit = (part: Partial<DraftMeeting>, field = Object.keys(part).join()) =>
    change({ ...input, draft: { ...input.draft, meeting: { ...meeting, ...part } } }, null, field);
  const relative = input.draft.warnings.find(({ code }) => code === 'date_relative');
  const missing = (code: string) => obstacles.some((obstacle) => obstacle.code === code);

  /** An obstacle that is newer than this browser's copy of the texts is shown by its code. */
  const say = ({ code, params }: Props['obstacles'][number]) => {
    const key = `obstacle.${code}`;
    const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
    return i18n.exists(key, { ns: importTexts.group }) ? t(key as Parameters<typeof t>[0], values) : code;
  };
  const incomplete = obstacles.length > 0 && editable;
  const [open, setOpen] = useState(incomplete);
  const side = (index: number, name: string) =>
    edit(
      { sides: [0, 1].map((place) => (place === index ? name : (meeting.sides[place] ?? ''))) },
      `side${index}`,
    );

  return (
    <section className="about" aria-labelledby="about">
      {incomplete && (
        <div className="note warn" role="status">
          <strong>{t('obstacle.title')}</strong> {obstacles.map(say).join(language === 'en' ? '; ' : '；')}
          {language === 'en' ? '.' : '。'}
        </div>
      )}
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h2 id="about" className="as-h3">
            {t('meeting.title')}
          </h2>
        </summary>
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
                onChange={(event) =>
                  change({ ...input, mechanismId: event.target.value || null }, null, 'mechanism')
                }
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
              {...(relative && { note: t('meeting.dateWords', { words: relative.params['words'] ?? '' }) })}
              value={meeting.date}
              onChange={(date) => edit({ date })}
              invalid={missing('date_missing')}
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
                  if (kind) change({ ...input, kind }, null, 'kind');
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
          <datalist id="sides">
            {meeting.sides.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <div className="fields more">
            {[0, 1].map((index) => (
              <label className="field" key={index}>
                <span className="lb">{t(index === 0 ? 'meeting.sideOne' : 'meeting.sideTwo')}</span>
                <input
                  className="input"
                  value={meeting.sides[index] ?? ''}
                  maxLength={limits.title}
                  onChange={(event) => side(index, event.target.value)}
                />
              </label>
            ))}
            <Offices
              title={t('meeting.heads')}
              sides={meeting.sides}
              offices={meeting.headsOfDelegation}
              change={(headsOfDelegation, field) => edit({ headsOfDelegation }, field)}
            />
            <Offices
              title={t('meeting.signatories')}
              sides={meeting.sides}
              offices={meeting.signatories}
              change={(signatories, field) => edit({ signatories }, field)}
            />
            <LinesField
              label={t('meeting.custodians')}
              note={t('meeting.onePerLine')}
              values={meeting.custodians}
              onChange={(custodians) => edit({ custodians })}
            />
          </div>
        </fieldset>
      </details>
    </section>
  );
}
