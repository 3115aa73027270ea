"""Small notebooks for the runner's test: one that passes, one that fails, one that does not compile, and one that waits."""

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

PASSES = [
    new_markdown_cell("# A notebook that passes\n\nThe runner's test looks at what its cells show."),
    new_code_cell("""\
import java.awt.image.BufferedImage;

BufferedImage red = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
red.setRGB(4, 4, 0xff0000);
show(red);"""),
    new_code_cell('show(facet.report.chart.CurveChart.of("A hinge").x("distance", 4, 6).y("loss", 2, 0));'),
    new_code_cell(r"""System.out.print("step 1\rstep 2\r");
System.out.println("step 3 in " + System.getenv("FACET_HOME") + "/data, é");"""),
    new_code_cell('System.getenv("FACET_SCALE") + " " + java.nio.file.Path.of("").toAbsolutePath().getFileName()'),
    new_code_cell("boolean asserting = false;\nassert asserting = true;\nasserting"),
]
FAILS = [
    new_markdown_cell("# A notebook that fails\n\nIts second code cell throws."),
    new_code_cell("int[] faces = {};"),
    new_markdown_cell("Prose between cells does not count."),
    new_code_cell('throw new IllegalStateException("no face in cell two");'),
    new_code_cell('System.out.println("never reached");'),
]
DOES_NOT_COMPILE = [new_code_cell("int faces = noSuchVariable;")]
WAITS = [new_code_cell('''\
java.nio.file.Files.writeString(java.nio.file.Path.of("kernel.pid"), ProcessHandle.current().pid() + "\\n");
Thread.sleep(600_000);''')]


def write_samples(folder):
    metadata = {"kernelspec": {"display_name": "Java", "language": "java", "name": "java"}, "language_info": {"name": "Java"}}
    for name, cells in {"01-passes": PASSES, "02-fails": FAILS, "03-does-not-compile": DOES_NOT_COMPILE, "05-waits": WAITS}.items():
        nbformat.write(new_notebook(cells=cells, metadata=metadata), folder / f"{name}.ipynb")
