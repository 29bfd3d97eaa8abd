package dev.poscart.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The lengths of files and methods. The compiler's own parser finds the methods, so that no layout
 * of the source can hide one. A method counts from the first line of its signature, after its
 * annotations, to its closing brace; constructors and initializers count as methods.
 */
final class Length extends TreeScanner<Void, String> {

  static final int MAX_FILE_LINES = 250;
  static final int MAX_METHOD_LINES = 30;

  /** Tables in the form of enums: as long as there are rows, and worse in two parts. */
  private static final Set<String> TABLES = Set.of("Variable.java");

  private final CompilationUnitTree file;
  private final SourcePositions positions;
  private final String source;
  private final List<String> excesses = new ArrayList<>();

  private Length(CompilationUnitTree file, SourcePositions positions) {
    this.file = file;
    this.positions = positions;
    this.source = Source.text(path());
  }

  /** Every file and method below a folder that is too long: its file, name and length. */
  static List<String> excessesBelow(Path folder) {
    List<Path> files = Source.javaFiles(folder);
    if (files.isEmpty()) {
      return List.of();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      return StreamSupport.stream(task.parse().spliterator(), false)
          .flatMap(file -> new Length(file, positions).measured().stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> measured() {
    if (!TABLES.contains(path().getFileName().toString())) {
      report("", source.lines().count(), MAX_FILE_LINES);
    }
    scan(file, "");
    return excesses;
  }

  @Override
  public Void visitClass(ClassTree type, String outer) {
    for (Tree member : type.getMembers()) {
      if (member instanceof BlockTree) {
        method(type.getSimpleName() + " {}", positions.getStartPosition(file, member), member);
      }
    }
    return super.visitClass(type, type.getSimpleName().toString());
  }

  @Override
  public Void visitMethod(MethodTree method, String type) {
    String name = method.getName().contentEquals("<init>") ? type : method.getName().toString();
    method(name + "()", signatureOf(method), method);
    return super.visitMethod(method, type);
  }

  private long signatureOf(MethodTree method) {
    List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
    if (annotations.isEmpty()) {
      return positions.getStartPosition(file, method);
    }
    long end = positions.getEndPosition(file, annotations.get(annotations.size() - 1));
    return end + source.substring((int) end).chars().takeWhile(Character::isWhitespace).count();
  }

  private void method(String name, long start, Tree tree) {
    long end = positions.getEndPosition(file, tree);
    report(": " + name, lineOf(end) - lineOf(start) + 1, MAX_METHOD_LINES);
  }

  private long lineOf(long position) {
    return file.getLineMap().getLineNumber(position);
  }

  private void report(String where, long lines, int max) {
    if (lines > max) {
      excesses.add("%s%s: %d lines (expected: at most %d)".formatted(path(), where, lines, max));
    }
  }

  private Path path() {
    return Path.of(file.getSourceFile().toUri());
  }
}
