import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { keepReceipts } from '../../../invitation/note-receipt/receipt.ts';
import { Loops } from '../../../timer/loops.ts';
import { Channels } from '../../channels.ts';
import { TakeText } from '../conversation/take-text.ts';

/** Hears what carriers bring on connections of their own: answers, and receipts. */
@Injectable()
export class HearCarriers implements OnApplicationBootstrap {
  constructor(private readonly channels: Channels, private readonly takeText: TakeText, private readonly dataSource: DataSource, private readonly loops: Loops) {}

  onApplicationBootstrap(): void {
    this.channels.listen({
      text: async (text) => {
        if (await this.takeText.take(text)) this.loops.wake('text');
      },
      receipt: async (receipt) => {
        await keepReceipts(this.dataSource, [receipt], new Date());
        this.loops.wake('receipt');
      },
    });
  }
}
