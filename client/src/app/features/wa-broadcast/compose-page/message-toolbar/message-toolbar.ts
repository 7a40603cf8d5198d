import { Component, input, output, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Icon, type IconName } from '../../../../shared/ui/icon/icon.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

/** Signs of WhatsApp around what is selected. */
const MARKS = [
  { name: 'bold', sign: '*', icon: 'format_bold' },
  { name: 'italic', sign: '_', icon: 'format_italic' },
  { name: 'strike', sign: '~', icon: 'format_strikethrough' },
] as const satisfies readonly { name: string; sign: string; icon: IconName }[];

/** What a hospital says to its patients; the keyboard of the phone has the rest. */
const EMOJI = '🙏 😊 👋 👍 ❤️ 🌟 🎉 🤝 ✅ ❗ ⚠️ 📍 📅 ⏰ 📞 📝 🏥 🩺 💊 💉 🧪 🚑 👶 👵'.split(' ');

/** Bold, italic, struck, emoji, and the data of the recipient as chips. */
@Component({
  selector: 'prima-message-toolbar',
  imports: [Icon, MatIconButton],
  templateUrl: './message-toolbar.html',
  styleUrl: './message-toolbar.scss',
})
export class MessageToolbar {
  /** Names of the variables that may stand in the text. */
  readonly variables = input.required<readonly string[]>();
  /** Asks for a sign on both sides of what is selected. */
  readonly mark = output<string>();
  /** Asks for a piece of text in place of what is selected. */
  readonly insert = output<string>();
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly marks = MARKS;
  protected readonly emoji = EMOJI;
  protected readonly emojiShown = signal(false);

  protected labelOf(name: (typeof MARKS)[number]['name']): string {
    return this.t(`compose.format.${name}`);
  }
}
