import { theme, type ThemeConfig } from 'antd';
import type { Language } from '#i18n/language';
import { scriptOf } from '#i18n/language';
import { colours, fonts, type Scheme } from './tokens';

/** Ant Design's theme from the tokens; `coarse` makes controls as tall as a finger. */
export function antdTheme(scheme: Scheme, language: Language, coarse: boolean): ThemeConfig {
  const c = colours[scheme];
  return {
    algorithm: scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: c['c-accent'],
      colorPrimaryHover: c['c-accent-hover'],
      colorPrimaryActive: c['c-accent-hover'],
      colorInfo: c['c-accent'],
      colorLink: c['c-accent'],
      colorLinkHover: c['c-accent-hover'],
      colorTextLightSolid: c['c-on-accent'],
      colorError: c['l-red-fill'],
      colorErrorText: c['l-red'],
      colorErrorBg: c['l-red-tint'],
      colorWarning: c['l-yellow-fill'],
      colorWarningText: c['l-yellow'],
      colorWarningBg: c['l-yellow-tint'],
      colorSuccess: c['l-green-fill'],
      colorSuccessText: c['l-green'],
      colorSuccessBg: c['l-green-tint'],
      colorBgContainer: c['c-bg'],
      colorBgLayout: c['c-bg'],
      colorBgElevated: c['c-raised'],
      colorText: c['c-text'],
      colorTextSecondary: c['c-text-2'],
      colorTextTertiary: c['c-text-3'],
      colorTextDescription: c['c-text-3'],
      colorTextPlaceholder: c['c-text-3'],
      colorTextDisabled: c['c-text-3'],
      colorBorder: c['c-line-strong'],
      colorBorderSecondary: c['c-line'],
      colorSplit: c['c-line'],
      controlItemBgHover: c['c-hover'],
      controlItemBgActive: c['c-selected'],
      controlItemBgActiveHover: c['c-selected'],
      fontFamily: fonts[scriptOf(language)],
      fontSize: 14,
      fontWeightStrong: 600,
      borderRadius: 6,
      borderRadiusSM: 3,
      borderRadiusLG: 8,
      controlHeight: coarse ? 44 : 32,
      lineWidthFocus: 2,
      boxShadowSecondary: c['shadow-bar'],
    },
    components: {
      Button: {
        defaultShadow: 'none',
        primaryShadow: 'none',
        dangerShadow: 'none',
        defaultBorderColor: c['c-line-strong'],
        primaryColor: c['c-on-accent'],
      },
      Select: { optionSelectedBg: c['c-selected'], multipleItemBg: c['c-selected'] },
      Modal: { titleFontSize: 18 },
      Progress: { defaultColor: c['c-accent'], remainingColor: c['c-line'] },
    },
  };
}
