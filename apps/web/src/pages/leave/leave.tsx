import './leave.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { named } from '#i18n/language';
import { endLeave } from '../../api/calls';
import { leavesQuery, useSession } from '../../api/queries';
import { useReread } from '../../api/reread';
import type { Leave } from '../../api/types';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Lock } from '../../signs/private';
import { PageTitle, usePage } from '../../shell/page';
import { Failure, Loaded, Waiting } from '../../shell/states';
import { tell } from '../../shell/toast';
import { leaveTexts } from './words';

// Its lists and its calendar come from Ant Design, which nobody needs who only reads.
const LeaveForm = lazy(async () => ({ default: (await import('./leave-form')).LeaveForm }));

/** When officers are away, and who does their work meanwhile: the own leave, or for administrators everybody's. */
export function Component() {
  const t = useTexts(leaveTexts);
  const { abilities, person } = useSession();
  const query = useQuery(leavesQuery);
  usePage(t('title'), [{ label: t('title') }]);
  const lead = !abilities.setLeave
    ? 'lead.substitute'
    : person.roles.includes('officer')
      ? 'lead'
      : 'lead.administrator';
  return (
    <div className="page leave">
      <div className="head">
        <PageTitle>{t('title')}</PageTitle>
        <p className="sub">{t(lead)}</p>
      </div>
      <section className="private panel" aria-label={t('title')}>
        <Lock />
        <Loaded of={query}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="t2">{t('none')}</p>
            ) : (
              <ul className="leaves">
                {items.map((leave) => (
                  <Row key={leave.id} leave={leave} />
                ))}
              </ul>
            )
          }
        </Loaded>
        {abilities.setLeave && (
          <Suspense fallback={<Waiting />}>
            <LeaveForm />
          </Suspense>
        )}
      </section>
    </div>
  );
}

function Row({ leave }: { leave: Leave }) {
  const t = useTexts(leaveTexts);
  const language = useLanguage();
  const session = useSession();
  const cache = useQueryClient();
  const reread = useReread();
  const { person, substitute, fromOn, toOn } = leave;
  const [from, to] = [formatDate(fromOn, language), formatDate(toOn, language)];
  const period = fromOn === toOn ? t('oneDay', { from }) : t('period', { from, to });
  const ending = useMutation({
    mutationFn: () => endLeave(leave.id, leave.version),
    onSuccess: async (next) => {
      cache.setQueryData(leavesQuery.queryKey, next);
      tell(t('ended'));
      await reread();
    },
    onError: () => cache.invalidateQueries(leavesQuery),
  });
  const mine = substitute.id === session.person.id;
  return (
    <li>
      <p>
        <strong className="num">{period}</strong>{' '}
        <span className="meta">{t(leave.holds ? 'holds' : 'coming')}</span>
      </p>
      <p>
        {mine ? (
          t('mine', { name: person.name })
        ) : (
          <>
            {person.id !== session.person.id && `${person.name}${language === 'en' ? ', ' : '　'}`}
            {t('by', { name: substitute.name })}
          </>
        )}{' '}
        <span className="meta">{named((mine ? person : substitute).organisation.name, language)}</span>
      </p>
      {leave.abilities.end && (
        <button
          type="button"
          className="btn sm"
          aria-label={t('end.named', { action: t('end'), name: person.name, period })}
          disabled={ending.isPending}
          onClick={() => ending.mutate()}
        >
          {t('end')}
        </button>
      )}
      {ending.error && <Failure error={ending.error} />}
    </li>
  );
}
