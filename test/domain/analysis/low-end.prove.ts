import './low-cells.test.ts';
import './low-end.test.ts';
