/** How a segment is filled and edged; `plate`: what its number stands on, where the texture would blur it. */
export type Paint = { fill: string; edge: string; number: string; plate: string | null; dashes?: string };

export type SegmentDrawingProps = {
  x: number;
  y: number;
  width: number;
  height: number;
  paint: Paint;
  /** What it may say, the longest first: the first that fits is written, or nothing. */
  texts: string[];
};

/** The texture of a segment, and its number when there is room for it. */
export function SegmentDrawing({ x, y, width, height, paint, texts }: SegmentDrawingProps) {
  const size = height > 22 ? 15 : 12;
  const text = texts.find((text) => widthOf(text, size) <= width);
  const textWidth = text === undefined ? 0 : widthOf(text, size);
  const middle = { x: x + width / 2, y: y + height / 2 };
  return (
    <>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        fill={paint.fill}
        stroke={paint.edge}
        strokeWidth={1.2}
        strokeDasharray={paint.dashes}
      />
      {text !== undefined && (
        <>
          {paint.plate && (
            <rect
              x={middle.x - textWidth / 2}
              y={middle.y - size * 0.66}
              width={textWidth}
              height={size * 1.32}
              fill={paint.plate}
            />
          )}
          <text
            x={middle.x}
            y={middle.y}
            dy={size * 0.36}
            fontSize={size}
            fontWeight={700}
            fill={paint.number}
            textAnchor="middle"
          >
            {text}
          </text>
        </>
      )}
    </>
  );
}

function widthOf(text: string, size: number): number {
  return text.length * size * 0.62 + 4;
}
