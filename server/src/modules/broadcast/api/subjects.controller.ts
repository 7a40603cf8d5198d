import { Body, Controller, Header, Post, Req, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { recipientReasonSentence, recipientStateTexts } from '#contracts/recipient-texts.js';
import { SubjectErased, SubjectQuery, SubjectView } from '#contracts/subject.contract.js';
import { Returns, ReturnsFile } from '../../../platform/http/returns.js';
import {
  CurrentActor,
  RequireFreshProof,
  RequirePermission,
} from '../../../platform/http/route-access.js';
import { Limited } from '../../../platform/http/route-limits.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { writtenMoment } from '../../../platform/kernel/written-moment.js';
import { writeSheet } from '../../../platform/sheet/sheet-writer.js';
import { EraseSubject } from '../application/erase-subject.js';
import { FindSubject } from '../application/find-subject.js';

/** Media type of .xlsx (IANA). */
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const COLUMNS = {
  id: ['Nomor', 'Nama', 'Pesan', 'Isi', 'Device', 'Status', 'Waktu', 'Alasan', 'Data lain'],
  en: ['Number', 'Name', 'Message', 'Text', 'Device', 'Status', 'Time', 'Reason', 'Other data'],
} as const;

/** Data pasien: what is kept about one person (UU PDP 27/2022, articles 32 and 43), for administrators. */
@Controller('subjects')
export class SubjectsController {
  constructor(
    private readonly find: FindSubject,
    private readonly eraseSubject: EraseSubject,
  ) {}

  @Post('search')
  @RequirePermission('subjects:manage')
  @Header('Cache-Control', 'no-store')
  @Returns(SubjectView)
  search(
    @Body({ schema: SubjectQuery }) { phone }: SubjectQuery,
    @CurrentActor() actor: Actor,
  ): Promise<SubjectView> {
    return this.find.run(phone, 'find', actor);
  }

  @RequireFreshProof()
  @Post('export.xlsx')
  @Limited('export')
  @RequirePermission('subjects:manage')
  @Header('Cache-Control', 'no-store')
  @ReturnsFile(XLSX)
  async export(
    @Body({ schema: SubjectQuery }) { phone }: SubjectQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const language = request.acceptsLanguages('id', 'en') === 'en' ? 'en' : 'id';
    const view = await this.find.run(phone, 'export', actor);
    const rows = view.records.map((record) => [
      view.phone,
      record.name,
      record.title,
      record.text,
      record.deviceName,
      recipientStateTexts[record.state][language],
      record.stateSince && writtenMoment(record.stateSince, language),
      record.reason && recipientReasonSentence(record.reason, language),
      Object.entries(record.variables)
        .map(([name, value]) => `${name}: ${value}`)
        .join('; '),
    ]);
    const columns = COLUMNS[language].map((header) => ({ header, width: 24 }));
    return new StreamableFile(writeSheet('Data', columns, rows), {
      type: XLSX,
      disposition: 'attachment; filename="data-pasien.xlsx"',
    });
  }

  @RequireFreshProof()
  @Post('erase')
  @RequirePermission('subjects:manage')
  @Returns(SubjectErased)
  erase(
    @Body({ schema: SubjectQuery }) { phone }: SubjectQuery,
    @CurrentActor() actor: Actor,
  ): Promise<SubjectErased> {
    return this.eraseSubject.run(phone, actor);
  }
}
