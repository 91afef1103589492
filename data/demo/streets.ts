/** Street names for the location text: the best-known of each place first, then names that every town has. */

// biome-ignore format: a table is read in rows
const WELL_KNOWN: Readonly<Record<string, readonly string[]>> = {
  Southend: ['Chichester Road', 'Carnarvon Road', 'North Road', 'Fairfax Drive', 'Royal Terrace', 'Baxter Avenue', 'Leigh Road', 'Thorpe Esplanade'],
  Basildon: ['Town Square', 'Southernhay', 'East Square', 'Broadmayne', 'Whitmore Way', 'Clay Hill Road', 'Laindon High Road', 'Northlands', 'High Road, Pitsea'],
  Billericay: ['High Street', 'Norsey Road', 'Stock Road', 'Queens Park Avenue'],
  Wickford: ['High Street', 'London Road', 'Runwell Road', 'Nevendon Road'],
  Chelmsford: ['High Street', 'Duke Street', 'Moulsham Street', 'Springfield Road', 'Broomfield Road', 'New London Road', 'Rainsford Road', 'Baddow Road', 'Victoria Road'],
  Colchester: ['High Street', 'Head Street', 'Queen Street', 'Crouch Street', 'North Hill', 'Mersea Road', 'Maldon Road', 'Lexden Road', 'Ipswich Road', 'Hythe Hill'],
  Harlow: ['Broad Walk', 'East Gate', 'Playhouse Square', 'Second Avenue', 'Southern Way', 'The Stow', 'Staple Tye', 'Old Harlow High Street'],
  Clacton: ['Pier Avenue', 'Rosemary Road', 'Marine Parade East', 'Station Road', 'Old Road', 'St Osyth Road', 'Frinton Road'],
  Grays: ['High Street', 'Orsett Road', 'London Road', 'Southend Road', 'Lodge Lane', 'Clarence Road'],
  Lakeside: ['Lakeside Retail Park', 'West Thurrock Way', 'Shopping Centre'],
  Tilbury: ['Calcutta Road', 'Dock Road', 'Montreal Road'],
  Brentwood: ['High Street', 'Ongar Road', 'Kings Road', 'Ingrave Road', 'Western Road', 'Crown Street'],
  Braintree: ['Bank Street', 'Coggeshall Road', 'Rayne Road', 'Market Place', 'South Street', 'London Road'],
  Witham: ['Newland Street', 'Maldon Road', 'Spinks Lane', 'Collingwood Road'],
  'Canvey Island': ['High Street', 'Furtherwick Road', 'Long Road', 'Eastern Esplanade', 'Foksville Road'],
  Loughton: ['High Road', 'The Broadway', 'Church Hill', 'Roding Road'],
  'Waltham Abbey': ['Sun Street', 'Sewardstone Road', 'Highbridge Street'],
  Maldon: ['High Street', 'Market Hill', 'Spital Road', 'Fambridge Road'],
  Rayleigh: ['High Street', 'London Road', 'Eastwood Road', 'Hockley Road'],
  Rochford: ['North Street', 'South Street', 'West Street', 'Ashingdon Road'],
  Harwich: ['High Street, Dovercourt', 'Main Road', 'Kingsway', 'Church Street'],
  'Saffron Walden': ['High Street', 'King Street', 'Market Place', 'Thaxted Road'],
  'Stansted Airport': ['Terminal Road South', 'Long Stay Car Park', 'Coopers End Road'],
};

// biome-ignore format: a table is read in rows
const COMMON: readonly string[] = [
  'Church Lane', 'Station Road', 'Mill Lane', 'The Avenue', 'Park Road', 'Queens Road', 'Kings Road', 'Victoria Road',
  'Albert Road', 'School Lane', 'Chapel Lane', 'Green Lane', 'Elm Road', 'Oak Road', 'Ash Close', 'Beech Avenue',
  'Chestnut Walk', 'Maple Drive', 'Willow Close', 'Hawthorn Way', 'Rowan Close', 'Poplar Road', 'Cedar Drive', 'Lime Grove',
  'Meadow Way', 'Orchard Close', 'Field View', 'Hill Road', 'Priory Road', 'Manor Road', 'Grange Road', 'Abbey Close',
  'North Street', 'South Street', 'West Road', 'East Road', 'Cross Road', 'Bridge Street', 'River View', 'Cambridge Road',
  'Oxford Road', 'Windsor Gardens', 'Balmoral Avenue', 'York Close', 'Norfolk Road', 'Suffolk Way', 'Kent Avenue', 'Sussex Close',
];

/** Street of a cell: near the centre of a known place one of its main streets, elsewhere a common name. */
export function streetOf(place: string, nearness: number, first: number, second: number): string {
  const known = WELL_KNOWN[place] ?? ['High Street', 'The Street', 'Church Road'];
  const names = first < nearness ? known : COMMON;
  return names[Math.floor(second * names.length)] ?? 'High Street';
}
