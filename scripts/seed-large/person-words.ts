/** Names of people who do not exist, by the language of their outlet; a few write their names in other letters. */
const words = (text: string) => text.trim().split(/\s+/)

export const FIRST_NAMES: Readonly<Record<string, readonly string[]>> = {
  en: words(`Ada Amelia Arthur Beatrice Callum Chloe Clara Daniel Edith Eleanor Ewan Fiona Freya George Grace Harriet Hugo
    Imogen Isaac Iris Jack Jonah June Kezia Leo Lydia Mabel Martha Miles Nell Niamh Oscar Owen Phoebe Priya Rafe Rosalind
    Ruth Sadie Samuel Seamus Tamsin Theo Una Violet Wilfred Winifred Zadie Aisha Kwame`),
  de: words(`Anke Anselm Britta Clemens Dörte Elke Florian Friederike Götz Hanna Ines Jörg Jürgen Käthe Lena Lutz Maike Nele
    Oskar Paula Rüdiger Sönke Theresa Uwe Wiebke`),
  fr: words(`Agathe Aurélie Benoît Camille Cédric Chloé Élodie Étienne Fabien Gaëlle Hélène Inès Jérôme Léa Loïc Manon Maxime
    Noémie Océane Rémi Solène Théo Valérie Yann Zoé`),
  es: words(`Alba Álvaro Begoña Carmen Celia Diego Elena Íñigo Inés Iván Joaquín Julia Lucía Marcos Martín Nerea Nuria Óscar
    Paula Raúl Rocío Sergio Sofía Tomás Verónica`),
  nl: words(
    'Anouk Bas Daan Eline Femke Gijs Hanneke Ilse Jeroen Joost Koen Lieke Maarten Marijke Noor Pim Roos Sjoerd',
  ),
  it: words(
    'Alessia Andrea Beatrice Bruno Chiara Davide Elisa Fabio Giada Ilaria Lorenzo Marta Niccolò Paola Silvia',
  ),
  sv: words(
    'Åsa Björn Ebba Elin Erik Freja Göran Håkan Ingrid Jørgen Kajsa Lars Maja Märta Nils Ragnhild Søren Tuva',
  ),
}

export const LAST_NAMES: Readonly<Record<string, readonly string[]>> = {
  en: words(`Abbott Ashworth Barlow Beckett Bradshaw Calloway Carmichael Chaudhry Clarke Dunmore Eastwood Fairley Fenwick
    Garrick Hallam Hargreaves Holloway Ingram Jessop Kavanagh Lockwood Marlow Mensah Nightingale O'Connell O'Dowd Okafor
    Patel Pemberton Quill Radcliffe Redfern Sandoval Shaw Stavely Thackeray Tolland Underhill Vance Wainwright Whitlock
    Winslow Wycliffe Yardley Young-Barnes Adeyemi Nakamura Silva Novak Rahman`),
  de: words(`Ahrens Bäcker Behrens Böhm Dürr Ebert Fröhlich Gärtner Hölscher Jäger Köster Kühn Lindemann Möller Nüßlein Pfeiffer
    Rößler Schäfer Schünemann Strauß Thielemann Vögele Weiß Wüst Zöllner`),
  fr: words(`Aubry Beaumont Blanchet Chevalier Cordier Delaunay Desprès Dumas Faucher Gauthier Hervé Joubert Lacroix Lefèvre
    Maréchal Mercier Noël Pasquier Perrin Renaud Rivière Roussel Séguin Thibault Vasseur`),
  es: words(`Aguirre Álvarez Blázquez Cabello Castaño Domínguez Echeverría Fernández Galán Gómez Hernández Ibáñez Jiménez López
    Muñoz Núñez Ortiz Peña Quiroga Ramírez Sáez Suárez Tapia Vázquez Zúñiga`),
  nl: words(
    'Bakker Brouwer Dekker Dijkstra Groen Hendriks Jansen Kuipers Meijer Mulder Peters Postma Smit Visser Vos',
  ),
  it: words(
    "Barbieri Bellini Caruso Colombo D'Angelo De-Luca Esposito Ferrara Gallo Leone Marchetti Pellegrini Rinaldi Serra Villa",
  ),
  sv: words(
    'Åkesson Andersson Bergström Dahl Ekström Forsberg Hägg Holm Lindqvist Nyström Öberg Rønning Sjöberg Sundström Virtanen',
  ),
}

/** One in fifty writes it like this. */
export const NAMES_IN_OTHER_LETTERS = [
  '佐藤 美咲',
  '田中 健太',
  '김서연',
  '王小明',
  'Ελένη Παπαδάκη',
  'Νίκος Γεωργίου',
  'Олена Шевченко',
  'Дмитро Коваль',
  'Иван Петров',
  'נועה לוי',
  'ليلى حداد',
  'สมชาย ใจดี',
  'Nguyễn Thị Hương',
  'İbrahim Yılmaz',
  'Żaneta Łukasiewicz',
] as const

export const ROLES_OF_PEOPLE = [
  'Editor',
  'Writes it alone',
  'Features editor',
  'Host',
  'Producer',
  'Contributor',
  'Deputy editor',
  'Runs the list',
  'Photographer',
  'Guest editor',
  '',
] as const
