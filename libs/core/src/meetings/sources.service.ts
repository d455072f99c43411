import type { Actor } from '#core/people/actor';
import { found } from '#core/problem';
import { type Download, downloadOf, STORAGE } from '#core/storage';
import { Db } from '#platform/db';
import type { Storage } from '#platform/storage';
import { Inject, Injectable } from '@nestjs/common';

@Injectable()
export class SourcesService {
  constructor(
    private readonly db: Db,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  /** The file that an adopted text came in, for whoever reads the joint record. */
  async download(actor: Actor, id: string): Promise<Download> {
    const row = await this.db.readOne<Parameters<typeof downloadOf>[1]>(
      actor,
      `select file_name as "fileName", file_key as "fileKey", bytes, case when file_key is null then text else '' end as text
       from source where id = $1`,
      [id],
    );
    return downloadOf(this.storage, found(row));
  }
}
