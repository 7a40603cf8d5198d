import * as z from 'zod/mini';

/** What the dashboard may say to us. Everything else is ignored without a word. */
export const HostMessage = z.discriminatedUnion('type', [
  z.object({
    v: z.literal(1),
    type: z.literal('wa:token'),
    payload: z.object({ token: z.string().check(z.minLength(1), z.maxLength(4096)) }),
  }),
  z.object({
    v: z.literal(1),
    type: z.literal('wa:theme'),
    payload: z.object({ theme: z.enum(['light', 'dark']) }),
  }),
  z.object({
    v: z.literal(1),
    type: z.literal('wa:lang'),
    payload: z.object({ lang: z.enum(['id', 'en']) }),
  }),
  z.object({ v: z.literal(1), type: z.literal('wa:logout') }),
]);
export type HostMessage = z.infer<typeof HostMessage>;

/** What we say to the dashboard: never a number, a name, a text, nor how many of anything. */
export interface FrameNews {
  readonly 'wa:ready': Readonly<Record<string, never>>;
  readonly 'wa:resize': { readonly height: number };
  readonly 'wa:token-needed': Readonly<Record<string, never>>;
  readonly 'wa:proof-needed': Readonly<Record<string, never>>;
  readonly 'wa:navigate': { readonly path: string };
  readonly 'wa:dirty': { readonly dirty: boolean };
}
