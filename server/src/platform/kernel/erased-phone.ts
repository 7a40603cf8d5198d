/** How what stands in place of an erased number begins: no number does. */
const MARK = 'x';

/** What is stored in place of the number of recipient `id`: still one of a kind in its list. */
export const erasedPhone = (id: number): string => `${MARK}${String(id)}`;

/** Whether it stands in place of a number that was erased. */
export const isErased = (phone: string): boolean => phone.startsWith(MARK);

/** A stored number as people see it: empty when it was erased. */
export const shownPhone = (phone: string): string => (isErased(phone) ? '' : phone);
