import { ENTITY_SETS } from '../entity-sets/index.ts';
import type { EntitySet } from '../entity-sets/entity-set.ts';

const NAMESPACE = 'Candor';

/** The service document (OData 4.0 JSON format, 5). */
export function serviceDocument(root: string): Record<string, unknown> {
  return { '@odata.context': `${root}/$metadata`, value: ENTITY_SETS.map(({ name }) => ({ name, kind: 'EntitySet', url: name })) };
}

/** The entity data model as CSDL XML (OData 4.0, part 3). */
export function metadataXml(): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:DataServices>
    <Schema Namespace="${NAMESPACE}" xmlns="http://docs.oasis-open.org/odata/ns/edm">
${ENTITY_SETS.map(entityType).join('\n')}
      <EntityContainer Name="Container">
${ENTITY_SETS.map(({ name }) => `        <EntitySet Name="${name}" EntityType="${NAMESPACE}.${typeName(name)}"/>`).join('\n')}
      </EntityContainer>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
`;
}

function entityType({ name, key, columns, description }: EntitySet): string {
  const properties = Object.entries(columns).map(([column, { type, nullable, description: said }]) => {
    const nulls = nullable ? '' : ' Nullable="false"';
    const precision = type === 'Edm.DateTimeOffset' ? ' Precision="3"' : '';
    return `        <Property Name="${column}" Type="${type}"${nulls}${precision}>${annotation(said)}</Property>`;
  });
  return `      <EntityType Name="${typeName(name)}">
        <Key>${key.map((column) => `<PropertyRef Name="${column}"/>`).join('')}</Key>
${properties.join('\n')}
        ${annotation(description)}
      </EntityType>`;
}

const typeName = (set: string): string => set.replace(/s$/, '');
const annotation = (text: string): string => `<Annotation Term="Org.OData.Core.V1.Description" String="${escaped(text)}"/>`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
