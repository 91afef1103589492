/**
 * H3, loaded with sines and cosines that are the same in every engine (core/stats/elementary), so that a cell has the
 * same centre and size to the last digit in a browser and on the command line. The order of the imports does it.
 */
import './maths-fixed.ts';
import {
  cellArea,
  cellsToMultiPolygon,
  cellToBoundary,
  cellToLatLng,
  cellToParent,
  getHexagonAreaAvg,
  getResolution,
  gridDisk,
  latLngToCell,
  polygonToCells,
  UNITS,
} from 'h3-js';
import './maths-given-back.ts';

export {
  cellArea,
  cellsToMultiPolygon,
  cellToBoundary,
  cellToLatLng,
  cellToParent,
  getHexagonAreaAvg,
  getResolution,
  gridDisk,
  latLngToCell,
  polygonToCells,
  UNITS,
};
