"""A text that a document of Word carries unseen and brings back: a part of custom XML, which office programs keep."""

from collections.abc import Mapping

from itatui.report.layout.zip_parts import XML, escaped

NAMESPACE = "urn:itatui:sheet"
_ITEM_ID = "{6F1C2B54-9D0E-4E53-8B7A-2C5D7E8F9A10}"
"""Id of the part, the same in every document."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def with_hidden(parts: Mapping[str, str], text: str) -> dict[str, str]:
    """Return the parts of a document with a hidden text."""
    kind = f'<Override PartName="/customXml/itemProps1.xml" ContentType="{_PROPERTIES}"/></Types>'
    link = '<Relationship Id="rIdHidden" Type="{type}" Target="{target}"/></Relationships>'
    relations = f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    types, document = "[Content_Types].xml", "word/_rels/document.xml.rels"
    to_item = link.format(type=f"{_OFFICE}/relationships/customXml", target="../customXml/item1.xml")
    to_properties = link.format(type=f"{_OFFICE}/relationships/customXmlProps", target="itemProps1.xml")
    return {
        **parts,
        types: parts[types].replace("</Types>", kind),
        document: parts[document].replace("</Relationships>", to_item),
        "customXml/item1.xml": f'{XML}<sheet xmlns="{NAMESPACE}">{escaped(text)}</sheet>',
        "customXml/itemProps1.xml": f'{XML}<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_OFFICE}/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>',
        "customXml/_rels/item1.xml.rels": relations + to_properties,
    }
