import { useEffect, useRef, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { limits } from '#contracts/limits';
import { useTexts } from '../i18n/texts';
import { Icon } from '../signs/icon';
import { shellTexts } from './words';

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));

/** Searches the register; "/" leads here from anywhere but a field. */
export function SearchBox() {
  const t = useTexts(shellTexts);
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const q = field.current?.value.trim() ?? '';
    void navigate(q === '' ? '/measures' : `/measures?${new URLSearchParams({ q }).toString()}`);
    field.current?.blur();
  };

  return (
    <form className="find" role="search" onSubmit={submit}>
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        name="q"
        aria-label={t('find.label')}
        aria-keyshortcuts="/"
        placeholder={t('find.placeholder')}
        maxLength={limits.search}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
