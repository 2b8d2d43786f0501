import { Global, Module } from '@nestjs/common';
import { CatalogCopy } from './catalog-copy.ts';

/** Offers `CatalogCopy` everywhere in the service. Needs `MessagingModule`. */
@Global()
@Module({ providers: [CatalogCopy], exports: [CatalogCopy] })
export class CatalogCopyModule {}
