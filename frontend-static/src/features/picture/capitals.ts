/** A place on the globe, in degrees: east and north are positive. */
export interface Spot {
  readonly east: number
  readonly north: number
}

/** Anhui's capital, from which everything here is seen. */
export const HEFEI: Spot = { east: 117.2, north: 31.8 }

/**
 * Where the capitals are, to a tenth of a degree: enough for a bubble on a picture of the world.
 * A line is a part of the world; each entry is the code of ISO 3166, degrees east, degrees north.
 * Where a state has several capitals, or one that is in dispute, it is where the government sits or
 * where the embassies are. What is no state has no capital and is named beneath the picture.
 */
const LINES = [
  // Europe
  'AL 19.8 41.3 AD 1.5 42.5 AT 16.4 48.2 BA 18.4 43.9 BE 4.4 50.8 BG 23.3 42.7 BY 27.6 53.9',
  'CH 7.4 46.9 CY 33.4 35.2 CZ 14.4 50.1 DE 13.4 52.5 DK 12.6 55.7 EE 24.8 59.4 ES -3.7 40.4',
  'FI 24.9 60.2 FR 2.4 48.9 GB -0.1 51.5 GR 23.7 38.0 HR 16.0 45.8 HU 19.0 47.5 IE -6.3 53.3',
  'IS -21.9 64.1 IT 12.5 41.9 LI 9.5 47.1 LT 25.3 54.7 LU 6.1 49.6 LV 24.1 56.9 MC 7.4 43.7',
  'MD 28.9 47.0 ME 19.3 42.4 MK 21.4 42.0 MT 14.5 35.9 NL 4.9 52.4 NO 10.8 59.9 PL 21.0 52.2',
  'PT -9.1 38.7 RO 26.1 44.4 RS 20.5 44.8 RU 37.6 55.8 SE 18.1 59.3 SI 14.5 46.1 SK 17.1 48.1',
  'SM 12.4 43.9 UA 30.5 50.5',
  // Asia
  'AE 54.4 24.5 AF 69.2 34.5 AM 44.5 40.2 AZ 49.9 40.4 BD 90.4 23.8 BH 50.6 26.2 BN 114.9 4.9',
  'BT 89.6 27.5 GE 44.8 41.7 ID 106.8 -6.2 IL 34.8 32.1 IN 77.2 28.6 IQ 44.4 33.3 IR 51.4 35.7',
  'JO 35.9 31.9 JP 139.7 35.7 KG 74.6 42.9 KH 104.9 11.6 KP 125.8 39.0 KR 127.0 37.6 KW 48.0 29.4',
  'KZ 71.4 51.2 LA 102.6 18.0 LB 35.5 33.9 LK 79.9 6.9 MM 96.1 19.8 MN 106.9 47.9 MV 73.5 4.2',
  'MY 101.7 3.1 NP 85.3 27.7 OM 58.4 23.6 PH 121.0 14.6 PK 73.0 33.7 PS 35.2 31.9 QA 51.5 25.3',
  'SA 46.7 24.7 SG 103.8 1.3 SY 36.3 33.5 TH 100.5 13.8 TJ 68.8 38.6 TL 125.6 -8.6 TM 58.4 37.9',
  'TR 32.9 39.9 UZ 69.2 41.3 VN 105.8 21.0 YE 44.2 15.4',
  // Africa
  'AO 13.2 -8.8 BF -1.5 12.4 BI 29.9 -3.4 BJ 2.6 6.5 BW 25.9 -24.7 CD 15.3 -4.3 CF 18.6 4.4',
  'CG 15.3 -4.3 CI -5.3 6.8 CM 11.5 3.9 CV -23.5 14.9 DJ 43.1 11.6 DZ 3.1 36.8 EG 31.2 30.0',
  'ER 38.9 15.3 ET 38.7 9.0 GA 9.5 0.4 GH -0.2 5.6 GM -16.6 13.5 GN -13.7 9.5 GQ 8.8 3.8',
  'GW -15.6 11.9 KE 36.8 -1.3 KM 43.3 -11.7 LR -10.8 6.3 LS 27.5 -29.3 LY 13.2 32.9 MA -6.8 34.0',
  'MG 47.5 -18.9 ML -8.0 12.6 MR -16.0 18.1 MU 57.5 -20.2 MW 33.8 -14.0 MZ 32.6 -26.0',
  'NA 17.1 -22.6 NE 2.1 13.5 NG 7.5 9.1 RW 30.1 -1.9 SC 55.5 -4.6 SD 32.5 15.6 SL -13.2 8.5',
  'SN -17.4 14.7 SO 45.3 2.0 SS 31.6 4.9 ST 6.7 0.3 SZ 31.1 -26.3 TD 15.1 12.1 TG 1.2 6.1',
  'TN 10.2 36.8 TZ 35.7 -6.2 UG 32.6 0.3 ZA 28.2 -25.7 ZM 28.3 -15.4 ZW 31.1 -17.8',
  // The Americas
  'AG -61.8 17.1 AR -58.4 -34.6 BB -59.6 13.1 BO -68.1 -16.5 BR -47.9 -15.8 BS -77.3 25.1',
  'BZ -88.8 17.3 CA -75.7 45.4 CL -70.7 -33.4 CO -74.1 4.7 CR -84.1 9.9 CU -82.4 23.1',
  'DM -61.4 15.3 DO -69.9 18.5 EC -78.5 -0.2 GD -61.8 12.1 GT -90.5 14.6 GY -58.2 6.8',
  'HN -87.2 14.1 HT -72.3 18.5 JM -76.8 18.0 KN -62.7 17.3 LC -61.0 14.0 MX -99.1 19.4',
  'NI -86.3 12.1 PA -79.5 9.0 PE -77.0 -12.0 PY -57.6 -25.3 SR -55.2 5.9 SV -89.2 13.7',
  'TT -61.5 10.7 US -77.0 38.9 UY -56.2 -34.9 VC -61.2 13.2 VE -66.9 10.5',
  // Oceania
  'AU 149.1 -35.3 FJ 178.4 -18.1 FM 158.2 6.9 KI 173.0 1.3 MH 171.2 7.1 NR 166.9 -0.5',
  'NZ 174.8 -41.3 PG 147.2 -9.4 PW 134.6 7.5 SB 160.0 -9.4 TO -175.2 -21.1 TV 179.2 -8.5',
  'VU 168.3 -17.7 WS -171.8 -13.8',
]

export const CAPITALS: ReadonlyMap<string, Spot> = new Map(
  LINES.flatMap((line) =>
    [...line.matchAll(/([A-Z]{2}) (-?[\d.]+) (-?[\d.]+)/g)].map(
      ([, code = '', east, north]) => [code, { east: Number(east), north: Number(north) }] as const,
    ),
  ),
)
