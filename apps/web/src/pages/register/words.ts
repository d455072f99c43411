import { webRegister } from '#i18n/messages/web-register';
import { texts } from '../../i18n/texts';

export const registerTexts = texts('register', webRegister);
