import type { ActionInput } from '../../api/calls';
import type { OwnAction } from '../../api/types';

/** An action as a form has it. */
export const inputOf = ({ title, range, lead, internalDueOn, doneOn }: OwnAction): ActionInput => ({
  ...{ title, range, leadId: lead?.id ?? null, internalDueOn, doneOn },
});
