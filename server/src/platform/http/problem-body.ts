import { errorSentence, errorTexts } from '#contracts/error-texts.js';
import { fillSentence } from '#contracts/fill-sentence.js';
import type { Sentence } from '#contracts/error-texts.js';
import type { Problem } from '#contracts/problem.contract.js';
import type { DomainError, ErrorParams } from '../kernel/domain-error.js';
import { writtenMoment } from '../kernel/written-moment.js';

/** Languages of the product. */
export type Language = 'id' | 'en';

/** One title for all problems of a status: RFC 9457 wants it to stay the same between occurrences. */
const TITLES: Readonly<Record<number, Sentence>> = {
  400: { id: 'Permintaan belum benar', en: 'The request is not right' },
  401: { id: 'Belum masuk', en: 'Not logged in' },
  403: { id: 'Tidak diizinkan', en: 'Not allowed' },
  404: { id: 'Tidak ditemukan', en: 'Not found' },
  405: { id: 'Tidak tersedia', en: 'Not available' },
  409: { id: 'Tidak cocok dengan keadaan sekarang', en: 'Does not fit the present state' },
  413: { id: 'Terlalu besar', en: 'Too large' },
  415: { id: 'Jenis kiriman tidak dikenal', en: 'Unknown kind of content' },
  422: { id: 'Isi belum benar', en: 'The content is not right' },
  429: { id: 'Terlalu sering', en: 'Too often' },
  500: { id: 'Kesalahan di server', en: 'Server fault' },
  503: { id: 'Sementara tidak tersedia', en: 'Not available at the moment' },
};

const OTHER: Sentence = { id: 'Tidak berhasil', en: 'Did not work' };

/** Body of a refusal (RFC 9457) in `language`. `path` is what was asked for, without its query. */
export function problemBody(
  refusal: DomainError,
  language: Language,
  requestId: string,
  path: string,
): Problem {
  const { status } = errorTexts[refusal.code];
  const sentence = errorSentence(refusal.code, language, readable(refusal.params, language));
  return {
    type: `urn:prima:problem:${refusal.code}`,
    title: (TITLES[status] ?? OTHER)[language],
    status,
    code: refusal.code,
    // The id is no parameter of the domain: the sentence of an unexpected fault names it.
    detail: fillSentence(sentence, { requestId }),
    instance: path,
    requestId,
    ...(Object.keys(refusal.params).length > 0 && { params: { ...refusal.params } }),
    ...(refusal.fields.length > 0 && {
      errors: refusal.fields.map(({ pointer, code, params }) => ({
        pointer,
        code,
        message: errorSentence(code, language, params && readable(params, language)),
      })),
    }),
  };
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u;

/** Parameters as a sentence names them: moments on the hospital's clock. */
function readable(params: ErrorParams, language: Language): ErrorParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && INSTANT.test(value) ? writtenMoment(value, language) : value,
    ]),
  );
}
