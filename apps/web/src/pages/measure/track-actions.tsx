import type { ReactNode } from 'react';
import { named } from '#i18n/language';
import type { Measure } from '../../api/types';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { Icon } from '../../signs/icon';
import { DisclosedFiles } from './disclosed-files';
import { actionTexts } from './words';

interface Props {
  measure: Measure;
  partyId: string;
  own: boolean;
}

/** What a side carries out, as it shared it; on our own side also what nobody else sees yet. */
export function TrackActions({ measure, partyId, own }: Props) {
  const t = useTexts(actionTexts);
  const language = useLanguage();
  const mine = own ? (measure.own?.actions ?? []) : [];
  return (
    <>
      {measure.actions.map((action, at) =>
        action.partyId !== partyId ? null : (
          <Row
            key={action.id}
            name={t('nth', { number: at + 1 })}
            action={action}
            tag={
              mine.some(({ id, changedSinceShared }) => id === action.id && changedSinceShared) &&
              t('changed')
            }
          >
            {action.lead && <span className="meta">{named(action.lead.short, language)}</span>}
            {action.evidence.length > 0 && <DisclosedFiles files={action.evidence} />}
          </Row>
        ),
      )}
      {mine
        .filter(({ sharedAt }) => sharedAt === null)
        .map((action) => (
          <Row key={action.id} name={t('private')} action={action} tag={t('unshared')}>
            {action.lead && <span className="meta">{named(action.lead.short, language)}</span>}
          </Row>
        ))}
    </>
  );
}

interface Said {
  name: string;
  action: { title: string; doneOn: string | null };
  tag: string | false;
  children: ReactNode;
}

function Row({ name, action, tag, children }: Said) {
  const t = useTexts(actionTexts);
  const language = useLanguage();
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <Written>{action.title}</Written> {children}{' '}
        {action.doneOn !== null && (
          <span className="action-done">
            <Icon name="check" />
            {t('done', { date: formatDate(action.doneOn, language) })}
          </span>
        )}
        {tag !== false && (
          <span className="own-tag">
            <Icon name="lock" />
            {tag}
          </span>
        )}
      </dd>
    </>
  );
}
