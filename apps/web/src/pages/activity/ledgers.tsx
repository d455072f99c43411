import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { named } from '#i18n/language';
import { ledgersQuery } from '../../api/queries';
import type { Ledger, Verification } from '../../api/types';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Lock } from '../../signs/private';
import { useSideName } from '../../signs/side';
import { Empty, Failure, Waiting } from '../../shell/states';
import { recordTexts } from '../reports/words';
import { verifyWhole } from './verify-whole';

/** The ledgers this reader may verify, each on request. */
export function Ledgers({ mechanism }: { mechanism: string | undefined }) {
  const t = useTexts(recordTexts);
  const [open, setOpen] = useState(false);
  const query = useQuery({ ...ledgersQuery(mechanism), enabled: open });
  return (
    <details className="how gap-top" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('ledger.title')}</summary>
      <p className="t2 gap-small">{t('ledger.lead')}</p>
      {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
      {open && query.isPending && <Waiting />}
      {query.data?.items.length === 0 && <Empty>{t('activity.none')}</Empty>}
      <ul className="ledgers">
        {query.data?.items.map((ledger) => (
          <Row key={ledger.id} ledger={ledger} />
        ))}
      </ul>
    </details>
  );
}

function Row({ ledger }: { ledger: Ledger }) {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const side = useSideName();
  const [reached, setReached] = useState<Verification | null>(null);
  const leaving = useRef<AbortController>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const verifying = useMutation({
    mutationFn: () => {
      leaving.current = new AbortController();
      setReached(null);
      return verifyWhole(ledger.id, leaving.current.signal, setReached);
    },
    retry: false,
  });
  const name = ledger.joint ? t('ledger.joint') : t('ledger.own', { side: side(ledger.party) });
  const whole = `${named(ledger.mechanism.name, language)}${language === 'en' ? ', ' : '　'}${name}`;

  return (
    <li>
      <div className="row wrap">
        <div className="grow">
          <p className="row wrap">
            <strong>{name}</strong>
            {!ledger.joint && <Lock />}
            <span className="meta num">{t('ledger.count', { count: reached?.total ?? ledger.total })}</span>
          </p>
          <p className="t2">{named(ledger.mechanism.name, language)}</p>
        </div>
        {ledger.abilities.verify && (
          <button
            type="button"
            className="btn sm"
            aria-label={t('ledger.verifyOf', { ledger: whole })}
            disabled={verifying.isPending}
            onClick={() => verifying.mutate()}
          >
            {verifying.data ? t('ledger.again') : t('ledger.verify')}
          </button>
        )}
      </div>
      {!ledger.abilities.verify && <p className="t2">{t('ledger.empty')}</p>}
      <div role="status">
        {verifying.isPending && reached && (
          <p className="t2 num">{t('ledger.going', { to: reached.verifiedTo, total: reached.total })}</p>
        )}
        {verifying.data && <Outcome verification={verifying.data} joint={ledger.joint} />}
      </div>
      {verifying.error && <Failure error={verifying.error} retry={() => verifying.mutate()} />}
    </li>
  );
}

function Outcome({ verification, joint }: { verification: Verification; joint: boolean }) {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const { broken, verifiedTo: to, at, hash } = verification;
  const date = at === null ? null : formatDate(at, language);
  if (broken) {
    const { sequence, difference } = broken;
    return (
      <div className="note bad">
        <p>
          <strong>{t('ledger.bad', { sequence, why: t(`ledger.why.${difference}`) })}</strong>
        </p>
        {date !== null && <p>{t('ledger.goodBefore', { to, date })}</p>}
        <p>{t('ledger.tell')}</p>
      </div>
    );
  }
  return (
    <div className="note good">
      <p>
        <strong>{t('ledger.good', { to, date: date ?? '–' })}</strong>
      </p>
      {hash !== null && (
        <>
          <p>{t(joint ? 'ledger.hashJoint' : 'ledger.hashOwn', { to })}</p>
          <code>{hash}</code>
        </>
      )}
    </div>
  );
}
