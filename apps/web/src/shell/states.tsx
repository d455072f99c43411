import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { asProblem } from '../api/problem';
import { useTexts } from '../i18n/texts';
import { shellTexts } from './words';

/** What is happening, in words, once it takes longer than 300 ms. */
export function Waiting({ children }: { children?: string }) {
  const t = useTexts(shellTexts);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), 300);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div role="status">
      {late && (
        <p className="waiting">
          <i aria-hidden="true" />
          {children ?? t('state.loading')}
        </p>
      )}
    </div>
  );
}

/** What went wrong, in the server's words where it gave any; what was kept; what to do. */
export function Failure(props: { error: unknown; retry?: () => void; kept?: boolean }) {
  const t = useTexts(shellTexts);
  const problem = asProblem(props.error);
  const title = problem.offline ? t('state.offline') : problem.title || t('state.failed');
  const detail = problem.offline ? t('state.offlineDetail') : problem.detail || t('state.failedDetail');
  return (
    <div className="note bad" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      <p>
        {detail}
        {props.kept && !problem.offline && ` ${t('state.kept')}`}
      </p>
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error) => (
            <li key={`${error.path} ${error.message}`}>{error.message}</li>
          ))}
        </ul>
      )}
      {props.retry && (
        <p className="gap-small">
          <button type="button" className="btn sm" onClick={props.retry}>
            {t('state.retry')}
          </button>
        </p>
      )}
    </div>
  );
}

export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  );
}

export function NotFound() {
  const t = useTexts(shellTexts);
  return (
    <div className="page">
      <h1 tabIndex={-1}>{t('state.notFound')}</h1>
      <p className="t2 gap-small">{t('state.notFoundDetail')}</p>
      <p className="gap-top">
        <Link className="btn" to="/">
          {t('state.toStart')}
        </Link>
      </p>
    </div>
  );
}

interface Loading<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** A query's content once it is there; until then words, or what went wrong. */
export function Loaded<T>({ of, children }: { of: Loading<T>; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return children(of.data);
  if (!of.error) return <Waiting />;
  if (asProblem(of.error).status === 404) return <NotFound />;
  return <Failure error={of.error} retry={() => void of.refetch()} />;
}

/** "Load more" under a list that has another page. */
export function More(props: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  const t = useTexts(shellTexts);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = props.query;
  if (!hasNextPage) return null;
  return (
    <p className="gap-top">
      <button
        type="button"
        className="btn"
        disabled={isFetchingNextPage}
        onClick={() => void fetchNextPage()}
      >
        {isFetchingNextPage ? t('state.loading') : t('state.more')}
      </button>
    </p>
  );
}
