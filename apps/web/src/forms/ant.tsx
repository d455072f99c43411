import { ConfigProvider } from 'antd';
import enGB from 'antd/es/locale/en_GB';
import zhCN from 'antd/es/locale/zh_CN';
import zhHK from 'antd/es/locale/zh_HK';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/zh-cn';
import 'dayjs/locale/zh-hk';
import { useMemo, type ReactNode } from 'react';
import type { Language } from '#i18n/language';
import { useLanguage } from '../i18n/texts';
import { antdTheme } from '../theme/antd';
import { useTheme } from '../theme/scheme';

const locales: Record<Language, typeof enGB> = { 'zh-Hant-HK': zhHK, 'zh-Hans-CN': zhCN, en: enGB };

/** The server writes a fresh nonce into the page; without it Ant Design's styles would be refused. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

// Inside a dialogue only what belongs to it is reachable; elsewhere the page holds the list.
const container = (trigger?: HTMLElement) => trigger?.closest('dialog') ?? document.body;

export function Ant({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const { scheme, coarse } = useTheme();
  const theme = useMemo(() => antdTheme(scheme, language, coarse), [scheme, language, coarse]);
  return (
    <ConfigProvider csp={{ nonce }} theme={theme} locale={locales[language]} getPopupContainer={container}>
      {children}
    </ConfigProvider>
  );
}
