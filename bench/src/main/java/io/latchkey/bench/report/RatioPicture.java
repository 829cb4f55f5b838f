package io.latchkey.bench.report;

import java.util.List;
import java.util.Locale;

/** Bars of ratios, as SVG: the limit is a line at 1, an aim is a mark in the bar's own row. */
final class RatioPicture {

  private static final int ROW = 22;
  private static final int TOP = 56;
  private static final int LABELS = 430;
  private static final int UNIT = 240;
  private static final double WIDEST = 2.5;
  private static final int WIDTH = LABELS + (int) (UNIT * WIDEST) + 70;

  private RatioPicture() {}

  static String of(String title, List<Row> rows) {
    int height = TOP + rows.size() * ROW + 20;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12">
        <rect width="100%%" height="100%%" fill="white"/>
        <text x="10" y="20" font-size="16">%s</text>
        <text x="10" y="38" fill="#555">ours by the limit; the line is the limit, a black mark an aim; green: met, red: missed, grey: without an aim</text>
        """
            .formatted(WIDTH, height, escaped(title)));
    for (int i = 0; i < rows.size(); i++) {
      bar(svg, rows.get(i), TOP + i * ROW);
    }
    line(svg, x(1), TOP - 6, height - 14, "#555", 1);
    return svg.append("</svg>\n").toString();
  }

  private static void bar(StringBuilder svg, Row row, int y) {
    String color =
        row.aim().map(aim -> aim.isMetBy(row.ratio()) ? "#4caf50" : "#e53935").orElse("#9e9e9e");
    double end = x(row.ratio());
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <text x="%d" y="%d" text-anchor="end">%s</text>
            <rect x="%d" y="%d" width="%.0f" height="14" fill="%s"/>
            <text x="%.0f" y="%d">%.2f</text>
            """,
            LABELS - 8,
            y + 11,
            escaped(row.label()),
            LABELS,
            y,
            end - LABELS,
            color,
            end + 6,
            y + 11,
            row.ratio()));
    row.aim().ifPresent(aim -> line(svg, x(aim.value()), y - 2, y + 16, "black", 3));
  }

  private static void line(StringBuilder svg, double x, int from, int to, String color, int width) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%1$.0f\" x2=\"%1$.0f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"%4$s\""
                + " stroke-width=\"%5$d\"/>\n",
            x,
            from,
            to,
            color,
            width));
  }

  /** A ratio that is wider than the picture ends at its brink; its number is beside it. */
  private static double x(double ratio) {
    return LABELS + UNIT * Math.min(ratio, WIDEST);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
