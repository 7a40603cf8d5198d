import { LOOKED_AT } from './licences.mjs';

/**
 * The parts of a CycloneDX document (1.5) that we touch.
 * @typedef {object} Bill
 * @property {{ component: { name: string } }} metadata
 * @property {{ 'bom-ref': string, name: string, version: string, licenses?: unknown[] }[]} components
 */

/**
 * What npm leaves open: it names the product by the folder that it lies in, and says nothing on packages whose
 * licence stands in an old form.
 * @param {Bill} bill as npm writes it; changed
 */
export function completed(bill) {
  bill.metadata.component.name = 'prima-whatsapp-broadcast';
  for (const component of bill.components) {
    const known = LOOKED_AT[`${component.name}@${component.version}`];
    if (known && !component.licenses?.length) {
      component.licenses = [{ license: { name: known.licence } }];
    }
  }
  return bill;
}
