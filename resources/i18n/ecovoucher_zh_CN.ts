<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>EcoVoucher</name>
    <message>
      <source>{file}: the standard value {value} yuan/ha is not above 0.</source>
      <translation>{file}：标准当量价值 {value} 元/公顷不大于 0。</translation>
    </message>
    <message>
      <source>{file} has no service column. Add one column a service after ecosystem, name_zh, name_en.</source>
      <translation>{file} 没有服务列。请在 ecosystem、name_zh、name_en 之后为每项服务加一列。</translation>
    </message>
    <message>
      <source>{file} has a column “total” beside the services. Remove it: totals are computed.</source>
      <translation>{file} 在各项服务之外还有“total”列。请删除：合计由程序计算。</translation>
    </message>
    <message>
      <source>{file}: the unit “{unit}” is not known. Use “# unit: equivalent factor” or “# unit: yuan/ha”.</source>
      <translation>{file}：无法识别单位“{unit}”。请使用“# unit: equivalent factor”或“# unit: yuan/ha”。</translation>
    </message>
    <message>
      <source>{file}: the column “{service}” belongs to no group of services. Name it in one of the lines {lines}, or remove it.</source>
      <translation>{file}：列“{service}”不属于任何服务组。请在 {lines} 之一中列出它，或删除该列。</translation>
    </message>
    <message>
      <source>{file}: the provenance names the service “{service}”, but there is no such column.</source>
      <translation>{file}：文件头提到服务“{service}”，但没有这一列。</translation>
    </message>
    <message>
      <source>{file}: the service “{service}” is listed more than once among {sets}. Keep one.</source>
      <translation>{file}：服务“{service}”在 {sets} 中列出了不止一次。请只保留一处。</translation>
    </message>
    <message>
      <source>{file}, line {line}: “{value}” is not an ecosystem. Use one of: {allowed}; or name in a column “covers” the ecosystems that the row stands for.</source>
      <translation>{file} 第 {line} 行：“{value}”不是生态系统名称。可用名称：{allowed}；或在“covers”列中写明该行代表的生态系统。</translation>
    </message>
    <message>
      <source>{file}, line {line}: “{value}” has a row already. Keep one.</source>
      <translation>{file} 第 {line} 行：“{value}”已有一行。请只保留一行。</translation>
    </message>
    <message>
      <source>{file} must have either a column “code” or a column “ecosystem” beside “coefficient”.</source>
      <translation>{file} 除“coefficient”列外，须有且只有“code”或“ecosystem”中的一列。</translation>
    </message>
    <message>
      <source>{file} does not say when its coefficients are in force. Add the lines “# valid_from: YYYY-MM-DD” and “# valid_to: YYYY-MM-DD”, the second not before the first.</source>
      <translation>{file} 未说明系数的有效期。请加上“# valid_from: YYYY-MM-DD”和“# valid_to: YYYY-MM-DD”两行，后者不早于前者。</translation>
    </message>
    <message>
      <source>{file}: “# official: {value}” says neither yes nor no. Decide for one.</source>
      <translation>{file}：“# official: {value}”既不是 yes 也不是 no。请选定其一。</translation>
    </message>
    <message>
      <source>The coefficient table {table} does not give the regulating services of broadleaf forest, the unit of the Jiangyin voucher. Choose another coefficient table, or enter an official conversion file.</source>
      <translation>系数表 {table} 没有给出阔叶林的调节服务，而这是江阴生态券的计量单位。请改用其他系数表，或提供官方转换系数文件。</translation>
    </message>
    <message>
      <source>{file}, line {line}: the coefficient of “{name}” is {problem}. Enter a number of 0 or more.</source>
      <translation>{file} 第 {line} 行：“{name}”的系数为 {problem}。请填写不小于 0 的数。</translation>
    </message>
    <message>
      <source>{file}, line {line}: “{name}” is not an ecosystem. Use one of: {allowed}.</source>
      <translation>{file} 第 {line} 行：“{name}”不是生态系统名称。可用名称：{allowed}。</translation>
    </message>
    <message>
      <source>Some parcels count vouchers by the standard “{first}”, others by “{second}”. These units are never added. Filter the layer to the parcels of one standard (see the field ev_rules).</source>
      <translation>部分地块按“{first}”标准计生态券，部分按“{second}”标准。两种单位绝不相加。请将图层筛选为同一标准的地块（见字段 ev_rules）。</translation>
    </message>
    <message>
      <source>{file}, line {line}: “{value}” is not an ecosystem. Use one of: {allowed}.</source>
      <translation>{file} 第 {line} 行：“{value}”不是生态系统名称。可用名称：{allowed}。</translation>
    </message>
    <message>
      <source>{file}, line {line}: “{value}” is not a class of the standard-forest table. Leave it empty or use one of: {allowed}.</source>
      <translation>{file} 第 {line} 行：“{value}”不是标准林表中的类型。请留空，或使用：{allowed}。</translation>
    </message>
    <message>
      <source>{file}, line {line}: code “{code}” is both construction and ecological land. Decide for one.</source>
      <translation>{file} 第 {line} 行：编码“{code}”既是建设用地又是生态用地。请二者择一。</translation>
    </message>
    <message>
      <source>{file}, line {line}: column “{column}” says “{value}”. Use yes, no or conditional.</source>
      <translation>{file} 第 {line} 行：列“{column}”的值为“{value}”。请使用 yes、no 或 conditional。</translation>
    </message>
    <message>
      <source>{file}: “construction_coefficient” must be 0 or more, “young_forest_factor” above 0.</source>
      <translation>{file}：“construction_coefficient”须不小于 0，“young_forest_factor”须大于 0。</translation>
    </message>
    <message>
      <source>{file} does not say when the measures are in force.</source>
      <translation>{file} 未说明办法的有效期。</translation>
    </message>
    <message>
      <source>{file} does not give “{name}”.</source>
      <translation>{file} 没有给出“{name}”。</translation>
    </message>
    <message>
      <source>{file} has no coefficient of 0 or more for “{name}”.</source>
      <translation>{file} 中“{name}”没有不小于 0 的系数。</translation>
    </message>
    <message>
      <source>{file}, {place}: “{value}” is not a number. Use a decimal point and no unit or thousands separator.</source>
      <translation>{file}，{place}：“{value}”不是数字。请使用小数点，不要带单位或千位分隔符。</translation>
    </message>
    <message>
      <source>The table {file} has no header line.</source>
      <translation>表 {file} 没有表头行。</translation>
    </message>
    <message>
      <source>The table {file} has a header but no rows.</source>
      <translation>表 {file} 只有表头，没有数据行。</translation>
    </message>
    <message>
      <source>The table {file} is not in UTF-8. Save it as “CSV UTF-8”.</source>
      <translation>表 {file} 不是 UTF-8 编码。请另存为“CSV UTF-8”。</translation>
    </message>
    <message>
      <source>{file}, line {line}: {found} cells, but the header has {expected} columns. Check the commas, and put quotes around text that contains one.</source>
      <translation>{file} 第 {line} 行：有 {found} 个单元格，而表头有 {expected} 列。请检查逗号；含逗号的文字须加引号。</translation>
    </message>
    <message>
      <source>{file} has no column “{missing}”. Its columns are: {columns}. It needs: {required}.</source>
      <translation>{file} 没有列“{missing}”。现有列：{columns}。需要的列：{required}。</translation>
    </message>
    <message>
      <source>{file}: column {number} has no name. Name it in the header or remove it.</source>
      <translation>{file}：第 {number} 列没有列名。请在表头命名或删除该列。</translation>
    </message>
    <message>
      <source>{file} has the column “{column}” more than once. Keep one.</source>
      <translation>{file} 中列“{column}”出现不止一次。请只保留一列。</translation>
    </message>
    <message>
      <source>{file}, line {line}: column “{column}” is empty. Fill it in.</source>
      <translation>{file} 第 {line} 行：列“{column}”为空。请填写。</translation>
    </message>
    <message>
      <source>{file}: “# {key}: {value}” is not a date. Write it as YYYY-MM-DD.</source>
      <translation>{file}：“# {key}: {value}”不是日期。请写成 YYYY-MM-DD。</translation>
    </message>
    <message>
      <source>{file}: “{value}” stands twice in column “{column}”, in lines {first} and {second}. Keep one.</source>
      <translation>{file}：“{value}”在列“{column}”中出现两次（第 {first} 行和第 {second} 行）。请只保留一行。</translation>
    </message>
    <message>
      <source>The table {file} cannot be read: {reason}. Check the path.</source>
      <translation>无法读取表 {file}：{reason}。请检查路径。</translation>
    </message>
    <message>
      <source>{file}, line {line}: “# {key}:” stands twice, with different values. Keep one.</source>
      <translation>{file} 第 {line} 行：“# {key}:”出现两次且取值不同。请只保留一个。</translation>
    </message>
    <message>
      <source>{file}, line {line}: a cell does not end where it should. Check the quotes: each that opens must close.</source>
      <translation>{file} 第 {line} 行：单元格没有正确结束。请检查引号是否成对。</translation>
    </message>
    <message>
      <source>These land-use codes have no value in the scheme {scheme} with the coefficient table {table}: {codes}. Check the scheme and the code fields, extend the table, or allow codes without a value.{hint}</source>
      <translation>以下地类编码在分类体系 {scheme} 与系数表 {table} 中没有值：{codes}。请检查分类体系和编码字段，补充表格，或允许无值编码。{hint}</translation>
    </message>
    <message>
      <source>base</source>
      <translation>基期</translation>
    </message>
    <message>
      <source>target</source>
      <translation>目标期</translation>
    </message>
    <message>
      <source>The scheme has such codes with a leading zero: a numeric field has lost it; use a text field.</source>
      <translation>分类体系中有带前导零的此类编码：数值字段丢失了前导零，请使用文本字段。</translation>
    </message>
    <message>
      <source>“{code}” ({layer}: {area} ha in {parcels} parcels)</source>
      <translation>“{code}”（{layer}：{area} 公顷，{parcels} 个地块）</translation>
    </message>
    <message>
      <source>The coefficient table {table} is in equivalent factors and names no standard value. Enter one in yuan/ha, or add a line “# standard_value:” to the file.</source>
      <translation>系数表 {table} 以当量因子表示，且没有标准当量价值。请输入（元/公顷），或在文件中加一行“# standard_value:”。</translation>
    </message>
    <message>
      <source>The standard value {value} yuan/ha is not above 0.</source>
      <translation>标准当量价值 {value} 元/公顷不大于 0。</translation>
    </message>
    <message>
      <source>The coefficient table {table} is in yuan/ha, so a standard value does not apply. Leave the standard value empty.</source>
      <translation>系数表 {table} 的单位已是元/公顷，标准当量价值不适用。请留空。</translation>
    </message>
    <message>
      <source>The local factor {value} for “{name}” is not above 0.</source>
      <translation>“{name}”的局地修正系数 {value} 不大于 0。</translation>
    </message>
    <message>
      <source>Local factors cannot be applied to {table}: it does not say which of them scales “{service}”. Set the three factors to 1, or name the service in a line {lines} of the file.</source>
      <translation>局地修正系数不能用于 {table}：它没有说明哪个系数修正“{service}”。请把三个系数都设为 1，或在文件的 {lines} 行之一中列出该服务。</translation>
    </message>
    <message>
      <source>What depends on this code has no number (status “unmatched”).</source>
      <translation>依赖该编码的内容没有数值（状态“unmatched”）。</translation>
    </message>
    <message>
      <source>The run stops. With “Go on with codes that have no value” what depends on it has no number.</source>
      <translation>运行将停止。勾选“遇到无值编码时继续”后，依赖该编码的内容没有数值。</translation>
    </message>
    <message>
      <source>Codes with blanks around them: {count} features, {codes}</source>
      <translation>编码首尾带有空白：{count} 个要素，{codes}</translation>
    </message>
    <message>
      <source>Codes with full-width characters: {count} features, {codes}</source>
      <translation>编码含有全角字符：{count} 个要素，{codes}</translation>
    </message>
    <message>
      <source>Codes written as decimal numbers: {count} features, {codes}</source>
      <translation>编码写成了小数：{count} 个要素，{codes}</translation>
    </message>
    <message>
      <source>Fill in the code field where it is empty.</source>
      <translation>在编码字段为空处补填编码。</translation>
    </message>
    <message>
      <source>Choose a coefficient table that values it, or add the row to a table of your own.</source>
      <translation>选用包含该地类价值的系数表，或在自备系数表中增加该行。</translation>
    </message>
    <message>
      <source>It was read in the wrong encoding: set that in the layer properties (Source, Data source encoding).</source>
      <translation>文字编码读取有误：请在图层属性（源，数据源编码）中设置。</translation>
    </message>
    <message>
      <source>Check that the scheme and the code field are right; else add the code to a scheme of your own.</source>
      <translation>请核对土地分类体系与编码字段是否正确；否则在自备分类体系中增加该编码。</translation>
    </message>
    <message>
      <source>Code “{code}” has no row in the scheme {scheme}: {area} (parcels: {parcels}).</source>
      <translation>编码“{code}”在分类体系 {scheme} 中没有对应行：{area}（涉及地块数：{parcels}）。</translation>
    </message>
    <message>
      <source>Similar: {codes}. Check the scheme and the code field; correct the code, or add it to a scheme of your own.</source>
      <translation>相近编码：{codes}。请核对分类体系与编码字段；更正编码，或在自备分类体系中增加该编码。</translation>
    </message>
    <message>
      <source>So many unknown codes mostly mean that another land-use scheme or another code field is right.</source>
      <translation>未知编码如此之多，多半说明应改用另一种土地分类体系或另一个编码字段。</translation>
    </message>
    <message>
      <source>Ordinary blanks do no harm; any other oddity makes it another code, named by itself where it lies in a parcel.</source>
      <translation>普通空白无妨；其他不规范写法会使其成为另一个编码，凡落在地块内者另行列出。</translation>
    </message>
    <message>
      <source>“Prepare the inputs” (ecovoucher:prepareinputs) writes them plainly.</source>
      <translation>“准备输入数据”（ecovoucher:prepareinputs）会把它们改写规范。</translation>
    </message>
    <message>
      <source>They are valued as the scheme says; what is conditional counts as no.</source>
      <translation>按分类体系规定计值；带条件的一律按“否”处理。</translation>
    </message>
    <message>
      <source>Read the reasons in the log of a run or in the scheme file, and decide with the authority.</source>
      <translation>理由见运行日志或分类体系文件，请与主管部门商定。</translation>
    </message>
    <message>
      <source>Land use without a code: {area} (parcels: {parcels}).</source>
      <translation>没有编码的土地利用：{area}（涉及地块数：{parcels}）。</translation>
    </message>
    <message>
      <source>Code “{code}” is in the scheme {scheme}, but the table {table} does not value it: {area} (parcels: {parcels}).</source>
      <translation>编码“{code}”在分类体系 {scheme} 中，但系数表 {table} 没有给出其价值：{area}（涉及地块数：{parcels}）。</translation>
    </message>
    <message>
      <source>Similar: {codes}. “Prepare the inputs” (ecovoucher:prepareinputs) writes such codes plainly.</source>
      <translation>相近编码：{codes}。“准备输入数据”（ecovoucher:prepareinputs）会把此类编码改写规范。</translation>
    </message>
    <message>
      <source>Similar: {codes}. A number field or a spreadsheet has lost the leading zero: write the codes into a text field, in the field calculator by lpad(the code field, {width}, '0').</source>
      <translation>相近编码：{codes}。数值字段或电子表格丢掉了前导零：请把编码写入文本字段，字段计算器可用 lpad(编码字段, {width}, '0')。</translation>
    </message>
    <message>
      <source>They lie in no parcel that could be computed.</source>
      <translation>它们不在任何可计算的地块内。</translation>
    </message>
    <message>
      <source>The main job would stop at those that lie in a parcel.</source>
      <translation>凡落在地块内者，主算法会因此停止。</translation>
    </message>
    <message>
      <source>Further codes without a value: {count}, {area} in the parcels.</source>
      <translation>其余无值编码：{count} 个，地块内共 {area}。</translation>
    </message>
    <message>
      <source>Codes without a row in the scheme {scheme} around the parcels: {count}, {area}.</source>
      <translation>地块周围有编码在分类体系 {scheme} 中没有对应行：{count} 个，{area}。</translation>
    </message>
    <message>
      <source>Codes with a doubt or a condition in the scheme {scheme}: {count}, {area} in the parcels.</source>
      <translation>编码在分类体系 {scheme} 中存疑或带条件：{count} 个，地块内共 {area}。</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>未知</translation>
    </message>
    <message>
      <source>Land use may lie beside its place by that much, up to some hundred metres between old and new Chinese datums.</source>
      <translation>土地利用可能整体偏移这么多；新旧坐标系（如北京54、西安80 与 CGCS2000）之间可达数百米。</translation>
    </message>
    <message>
      <source>Have the layer transformed by the surveying office and compare known points, or choose a better transformation where QGIS lists one (Settings, Options, Transformations).</source>
      <translation>请由测绘部门转换图层，并用已知点核对；如 QGIS 列有更好的转换，也可在“设置—选项—坐标转换”中选用。</translation>
    </message>
    <message>
      <source>None with the area basis “ellipsoidal”: the overlay is computed in an equal-area CRS of the same datum.</source>
      <translation>面积基准为“ellipsoidal”时没有影响：叠加在同一基准面的等积坐标系中进行。</translation>
    </message>
    <message>
      <source>Keep the area basis “ellipsoidal”, and do not compare with the map's own area ($area, planar).</source>
      <translation>请保持面积基准“ellipsoidal”，不要与地图自身的面积（$area、平面面积）比较。</translation>
    </message>
    <message>
      <source>The land use is transformed for the computation; the layer stays as it is.</source>
      <translation>计算时会转换土地利用；图层本身不变。</translation>
    </message>
    <message>
      <source>Nothing to do.</source>
      <translation>无需处理。</translation>
    </message>
    <message>
      <source>about {metres} m</source>
      <translation>约 {metres} 米</translation>
    </message>
    <message>
      <source>The layer is in {crs}, the parcels in {parcels}; the accuracy of the transformation is {accuracy}.</source>
      <translation>图层为 {crs}，地块为 {parcels}；两者转换的精度：{accuracy}。</translation>
    </message>
    <message>
      <source>The CRS {crs} is in degrees or a Mercator projection of the world: planar areas in it are no areas on the ground.</source>
      <translation>坐标系 {crs} 以度为单位或为全球墨卡托投影：其中的平面面积不是实地面积。</translation>
    </message>
    <message>
      <source>The layer is in {crs}, the parcels in {parcels}.</source>
      <translation>图层为 {crs}，地块为 {parcels}。</translation>
    </message>
    <message>
      <source>Parcels with coordinates that cannot be placed in the CRS of the layer: {count}.</source>
      <translation>坐标无法落入图层坐标系的地块：{count} 个。</translation>
    </message>
    <message>
      <source>Look at their coordinates and at the CRS of the layer; draw them anew.</source>
      <translation>请检查其坐标与图层坐标系，并重新绘制。</translation>
    </message>
    <message>
      <source>Parcels whose official area is missing or not above 0: {count}.</source>
      <translation>官方面积缺失或不大于 0 的地块：{count} 个。</translation>
    </message>
    <message>
      <source>Fill in the field of official areas in m², or choose another area basis.</source>
      <translation>补填官方面积字段（m²），或改用其他面积基准。</translation>
    </message>
    <message>
      <source>Parcels with an invalid land-use polygon in them: {count}. {patches}</source>
      <translation>内有无效土地利用图斑的地块：{count} 个。{patches}</translation>
    </message>
    <message>
      <source>“Prepare the inputs” (ecovoucher:prepareinputs) repairs those whose area hardly changes; redraw the others.</source>
      <translation>“准备输入数据”（ecovoucher:prepareinputs）会修复面积几乎不变的图斑；其余请重新绘制。</translation>
    </message>
    <message>
      <source>Parcels in which land-use polygons of one date overlap: {count}. {patches}</source>
      <translation>内有同期土地利用图斑重叠的地块：{count} 个。{patches}</translation>
    </message>
    <message>
      <source>Cut one of the two polygons. It is not done automatically, because no rule can know which class is right.</source>
      <translation>请切去两个图斑之一的重叠部分。这不会自动进行，因为没有规则能判断哪个地类正确。</translation>
    </message>
    <message>
      <source>Parcels whose parts do not add up to the parcel: {count}.</source>
      <translation>各部分之和不等于自身面积的地块：{count} 个。</translation>
    </message>
    <message>
      <source>Repair the geometries around them: “Prepare the inputs” (ecovoucher:prepareinputs).</source>
      <translation>请修复周围的几何：“准备输入数据”（ecovoucher:prepareinputs）。</translation>
    </message>
    <message>
      <source>These parcels get no number (status “not_covered”).</source>
      <translation>这些地块没有数值（状态“not_covered”）。</translation>
    </message>
    <message>
      <source>Check that the land use reaches as far as the parcels, and its CRS; get the missing sheets.</source>
      <translation>请检查土地利用是否覆盖到地块，以及其坐标系；补齐缺失的图幅。</translation>
    </message>
    <message>
      <source>Only the covered part is valued (status “partly_covered”, field mapped_pct).</source>
      <translation>只对已覆盖部分计值（状态“partly_covered”，字段 mapped_pct）。</translation>
    </message>
    <message>
      <source>Close the gaps of the land use there, or extend it. Which class lies there cannot be known.</source>
      <translation>请补上该处土地利用的缝隙或扩大其范围；那里是何地类无从得知。</translation>
    </message>
    <message>
      <source>Their area is exact, but the raster is too coarse to say much of so small a parcel (status “coarse”).</source>
      <translation>面积是精确的，但栅格太粗，难以说明这么小的地块（状态“coarse”）。</translation>
    </message>
    <message>
      <source>Use a finer raster or vector land use for them, or check these parcels on an image.</source>
      <translation>请改用更精细的栅格或矢量土地利用，或对照影像核查这些地块。</translation>
    </message>
    <message>
      <source>These parcels get no number.</source>
      <translation>这些地块没有数值。</translation>
    </message>
    <message>
      <source>Parcels where no place has land use at both dates: {count}, {area}.</source>
      <translation>没有任何位置在两期都有土地利用的地块：{count} 个，{area}。</translation>
    </message>
    <message>
      <source>Parcels that land use of both dates covers only in part: {count}; {area} are not covered. Most is missing in {id}: {most}, {percent} % of it.</source>
      <translation>两期土地利用只覆盖一部分的地块：{count} 个；未覆盖 {area}。缺得最多的是 {id}：{most}，占该地块的 {percent} %。</translation>
    </message>
    <message>
      <source>Parcels that touch fewer than {cells} cells of the raster: {count}, {area}.</source>
      <translation>触及栅格像元不足 {cells} 个的地块：{count} 个，{area}。</translation>
    </message>
    <message>
      <source>The same land is accounted for more than once: it would be paid twice.</source>
      <translation>同一块土地被重复计算：会重复付款。</translation>
    </message>
    <message>
      <source>Land use lies on itself: parcels there get no number (status “overlap”).</source>
      <translation>土地利用自身重叠：该处地块没有数值（状态“overlap”）。</translation>
    </message>
    <message>
      <source>“Prepare the inputs” (ecovoucher:prepareinputs) keeps the first where all attributes agree. Decide by hand where they differ.</source>
      <translation>“准备输入数据”（ecovoucher:prepareinputs）在所有属性都一致时保留第一个；不一致时请人工判定。</translation>
    </message>
    <message>
      <source>“Prepare the inputs” (ecovoucher:prepareinputs) keeps the first where the codes agree. Decide by hand where they differ.</source>
      <translation>“准备输入数据”（ecovoucher:prepareinputs）在编码一致时保留第一个；不一致时请人工判定。</translation>
    </message>
    <message>
      <source>Polygons that are in the layer twice or more: {count}; beyond the first of each {area}.</source>
      <translation>图层中出现两次或以上的多边形：{count} 个；除各自第一个外共 {area}。</translation>
    </message>
    <message>
      <source>Set the encoding in the layer properties (Source, Data source encoding): GBK or GB18030 for most Chinese shapefiles, else UTF-8. Or put a .cpg file with that name beside the shapefile.</source>
      <translation>在图层属性（数据源—数据源编码）中设置编码：中文 Shapefile 多为 GBK 或 GB18030，否则为 UTF-8。也可在 Shapefile 旁放一个写有编码名的 .cpg 文件。</translation>
    </message>
    <message>
      <source>QGIS guesses; on another computer the texts may be garbled.</source>
      <translation>QGIS 只能猜测；换一台电脑文字可能成为乱码。</translation>
    </message>
    <message>
      <source>Put a .cpg file beside the shapefile that names the encoding, or save it as a GeoPackage.</source>
      <translation>在 Shapefile 旁放一个写明编码的 .cpg 文件，或另存为 GeoPackage。</translation>
    </message>
    <message>
      <source>Codes that are garbled have no row in the scheme.</source>
      <translation>成为乱码的编码在分类体系中没有对应行。</translation>
    </message>
    <message>
      <source>Numbers are right, but names in the result are garbled.</source>
      <translation>数值不受影响，但结果中的名称是乱码。</translation>
    </message>
    <message>
      <source>Texts were read in the wrong encoding: {texts}</source>
      <translation>文字以错误的编码读取：{texts}</translation>
    </message>
    <message>
      <source>{file} does not say its encoding: there is no .cpg file beside it.</source>
      <translation>{file} 没有说明编码：旁边没有 .cpg 文件。</translation>
    </message>
    <message>
      <source>field names</source>
      <translation>字段名</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>参数</translation>
    </message>
    <message>
      <source>Check the figure; 1 is the national mean.</source>
      <translation>请核对该数字；1 表示全国平均。</translation>
    </message>
    <message>
      <source>{name} is {value}, but the factor is a ratio: local mean over national mean.</source>
      <translation>{name} 为 {value}，而该系数是比值：当地均值与全国均值之比。</translation>
    </message>
    <message>
      <source>The services that it scales are multiplied by {value}.</source>
      <translation>它所调节的服务都会乘以 {value}。</translation>
    </message>
    <message>
      <source>If {value} is a percentage, write {ratio}.</source>
      <translation>若 {value} 是百分数，请填 {ratio}。</translation>
    </message>
    <message>
      <source>Parcels that land use does not cover in full are named by themselves.</source>
      <translation>土地利用未完全覆盖的地块另行列出。</translation>
    </message>
    <message>
      <source>Nothing to do, unless the borders of neighbours should fit exactly.</source>
      <translation>无需处理，除非相邻边界本应完全吻合。</translation>
    </message>
    <message>
      <source>Where one lies in a parcel, that part of the parcel has no number (status “partly_covered”).</source>
      <translation>若缝隙落在地块内，该部分没有数值（状态“partly_covered”）。</translation>
    </message>
    <message>
      <source>Fill them by hand or with Snap geometries to layer. It is not done automatically, because no rule can know which class lies there.</source>
      <translation>请人工填补，或用“捕捉几何图形到图层”。这不会自动进行，因为没有规则能判断那里是何地类。</translation>
    </message>
    <message>
      <source>Gaps were not looked for: edges without a neighbour that has the same vertices: {count}.</source>
      <translation>没有查找缝隙：与相邻图斑顶点不吻合的边：{count} 条。</translation>
    </message>
    <message>
      <source>Gaps between the polygons: {count}, {area} in all. {places}</source>
      <translation>图斑之间的缝隙：{count} 处，共 {area}。{places}</translation>
    </message>
    <message>
      <source>Polygons with curved edges: {count}.</source>
      <translation>带曲线边的多边形：{count} 个。</translation>
    </message>
    <message>
      <source>Polygons with heights or measures (Z, M): {count}.</source>
      <translation>带高程或测量值（Z、M）的多边形：{count} 个。</translation>
    </message>
    <message>
      <source>Geometry collections, of which only the polygons count: {count}.</source>
      <translation>几何集合（只计其中的多边形）：{count} 个。</translation>
    </message>
    <message>
      <source>Arcs are cut into chords of 0.1°, which changes the area of a circle by less than a millionth.</source>
      <translation>圆弧按 0.1° 切成弦，整圆面积的变化小于百万分之一。</translation>
    </message>
    <message>
      <source>Heights and measures are left out: areas are those of the map.</source>
      <translation>不计高程与测量值：面积为图面面积。</translation>
    </message>
    <message>
      <source>Points and lines in them are left out.</source>
      <translation>其中的点和线不计。</translation>
    </message>
    <message>
      <source>Draw the polygons, or delete the features.</source>
      <translation>请绘制多边形，或删除这些要素。</translation>
    </message>
    <message>
      <source>“Prepare the inputs” (ecovoucher:prepareinputs) repairs those whose area hardly changes and logs the area before and after. Redraw the others at the places named: which part is meant cannot be known.</source>
      <translation>“准备输入数据”（ecovoucher:prepareinputs）修复面积几乎不变的多边形，并记录修复前后的面积。其余请在所示位置重新绘制：哪一部分才是原意无从得知。</translation>
    </message>
    <message>
      <source>They are repaired for the computation (status “repaired”); the layer stays as it is.</source>
      <translation>计算时会修复它们（状态“repaired”）；图层本身不变。</translation>
    </message>
    <message>
      <source>Nothing to do. “Prepare the inputs” (ecovoucher:prepareinputs) writes a repaired copy.</source>
      <translation>无需处理。“准备输入数据”（ecovoucher:prepareinputs）可写出修复后的副本。</translation>
    </message>
    <message>
      <source>These parcels get no number (status “empty”).</source>
      <translation>这些地块没有数值（状态“empty”）。</translation>
    </message>
    <message>
      <source>They cover nothing; the rest is used.</source>
      <translation>它们不覆盖任何土地；其余照常使用。</translation>
    </message>
    <message>
      <source>These parcels get no number (status “invalid”).</source>
      <translation>这些地块没有数值（状态“invalid”）。</translation>
    </message>
    <message>
      <source>A parcel that meets one of them gets no number (status “invalid”).</source>
      <translation>凡与之相交的地块没有数值（状态“invalid”）。</translation>
    </message>
    <message>
      <source>Nothing to do. For other programs, “Prepare the inputs” (ecovoucher:prepareinputs) writes plain polygons.</source>
      <translation>无需处理。供其他软件使用时，“准备输入数据”（ecovoucher:prepareinputs）可写出普通多边形。</translation>
    </message>
    <message>
      <source>Features without a polygon (NULL or empty geometry): {count}.</source>
      <translation>没有多边形的要素（几何为 NULL 或空）：{count} 个。</translation>
    </message>
    <message>
      <source>Invalid polygons whose area a repair would change: {count}. {reasons}</source>
      <translation>修复会改变面积的无效多边形：{count} 个。{reasons}</translation>
    </message>
    <message>
      <source>Invalid polygons that can be repaired without changing their area: {count}. {reasons}</source>
      <translation>修复后面积不变的无效多边形：{count} 个。{reasons}</translation>
    </message>
    <message>
      <source>The main job refuses these inputs.</source>
      <translation>主算法拒绝这些输入。</translation>
    </message>
    <message>
      <source>Do what the sentence says, then inspect again: some checks had to be left out.</source>
      <translation>请按该句处理，然后再次检查：有些检查这次无法进行。</translation>
    </message>
    <message>
      <source>Every value in it counts as a class, also one that was meant for “no data”.</source>
      <translation>其中每个值都算作地类，包括本想表示“无数据”的值。</translation>
    </message>
    <message>
      <source>Name the value as “Value without class”, or set it in the file (Translate, NoData).</source>
      <translation>请把该值填为“表示无地类的值”，或写入文件（“转换”工具的 NoData）。</translation>
    </message>
    <message>
      <source>The rasters differ in CRS: the target is read at the centres of the cells of the base raster.</source>
      <translation>两个栅格坐标系不同：在基期栅格像元中心读取目标期栅格。</translation>
    </message>
    <message>
      <source>Use rasters of one CRS where there are such.</source>
      <translation>如有同一坐标系的栅格，请改用。</translation>
    </message>
    <message>
      <source>The result says so, too (field ev_rules).</source>
      <translation>结果中也会注明（字段 ev_rules）。</translation>
    </message>
    <message>
      <source>Nothing to do, if that is what is wanted.</source>
      <translation>如果这正是所要的，则无需处理。</translation>
    </message>
    <message>
      <source>The raster {raster} declares no NoData value.</source>
      <translation>栅格 {raster} 没有声明 NoData 值。</translation>
    </message>
    <message>
      <source>{percent} % of these cells lie beside another class and could be affected.</source>
      <translation>这些像元中有 {percent} % 与其他地类相邻，可能受影响。</translation>
    </message>
    <message>
      <source>With the area basis “field” every number would be wrong by that factor.</source>
      <translation>面积基准为“field”时，所有数值都会差这个倍数。</translation>
    </message>
    <message>
      <source>With the area basis “field” the parts of these parcels are scaled to the official area.</source>
      <translation>面积基准为“field”时，这些地块的各部分会按官方面积缩放。</translation>
    </message>
    <message>
      <source>Find out which is right: the polygon or the certificate. Correct the other.</source>
      <translation>请查明多边形与证载面积哪个正确，更正另一个。</translation>
    </message>
    <message>
      <source>{id}: {official} against {geometric}</source>
      <translation>{id}：官方 {official}，图形 {geometric}</translation>
    </message>
    <message>
      <source>The official areas are not in m² but in {unit}: they are {ratio} times the areas of the polygons.</source>
      <translation>官方面积的单位不是 m² 而是 {unit}：为多边形面积的 {ratio} 倍。</translation>
    </message>
    <message>
      <source>Convert the field to m²: multiply it by {factor} in the field calculator.</source>
      <translation>请换算为 m²：在字段计算器中乘以 {factor} 即可。</translation>
    </message>
    <message>
      <source>Official areas that differ by more than {percent} % from the polygon: {count}. {parcels}</source>
      <translation>与多边形面积相差超过 {percent} % 的官方面积：{count} 个。{parcels}</translation>
    </message>
    <message>
      <source>Decide which polygon the land belongs to and cut the other (Difference, or Snap and Split). It is not done automatically, because no rule can know which of the two is right.</source>
      <translation>请判定土地归哪个多边形，并切去另一个（“差集”或“捕捉后分割”）。这不会自动进行，因为没有规则能判断两者谁对。</translation>
    </message>
    <message>
      <source>Snap the borders onto each other (Snap geometries to layer) if it matters.</source>
      <translation>如有必要，请把边界相互捕捉（“捕捉几何图形到图层”）。</translation>
    </message>
    <message>
      <source>{first} and {second} ({area} at {place})</source>
      <translation>{first} 与 {second}（{area}，位于 {place}）</translation>
    </message>
    <message>
      <source>Each parcel is accounted for as a whole: the shared land would be paid twice.</source>
      <translation>每个地块都按整体计算：共有的土地会重复付款。</translation>
    </message>
    <message>
      <source>A parcel in which land use overlaps gets no number (status “overlap”).</source>
      <translation>内有土地利用重叠的地块没有数值（状态“overlap”）。</translation>
    </message>
    <message>
      <source>Mostly borders that were drawn twice. The areas concerned are counted twice.</source>
      <translation>多半是画了两遍的边界。相关面积会重复计算。</translation>
    </message>
    <message>
      <source>A parcel gets no number where this is more than a millionth of its area.</source>
      <translation>若超过地块面积的百万分之一，该地块没有数值。</translation>
    </message>
    <message>
      <source>Pairs of polygons that overlap: {count}, {area} in all. {pairs}</source>
      <translation>相互重叠的多边形：{count} 对，共 {area}。{pairs}</translation>
    </message>
    <message>
      <source>Pairs of neighbours that overlap by less than 1 m² each: {count}, {area} in all. {pairs}</source>
      <translation>重叠各不足 1 m² 的相邻多边形：{count} 对，共 {area}。{pairs}</translation>
    </message>
    <message>
      <source>Their change of ESV and their vouchers are 0.</source>
      <translation>这些地块的 ESV 变化与生态券为 0。</translation>
    </message>
    <message>
      <source>Check that the right two fields were chosen.</source>
      <translation>请检查两个字段是否选对。</translation>
    </message>
    <message>
      <source>Nothing to do, if nothing is planned for them; else correct the codes.</source>
      <translation>若本来就没有规划变化，则无需处理；否则请更正编码。</translation>
    </message>
    <message>
      <source>Parcels whose planned land use is the one that they have: {count}, {area}.</source>
      <translation>规划地类与现状地类相同的地块：{count} 个，{area}。</translation>
    </message>
    <message>
      <source>Made a plain polygon: no curves, heights, measures, points or lines.</source>
      <translation>已改为普通多边形：不含曲线、高程、测量值、点和线。</translation>
    </message>
    <message>
      <source>Repaired (make valid).</source>
      <translation>已修复（修正几何）。</translation>
    </message>
    <message>
      <source>Removed: the same as {first}.</source>
      <translation>已删除：与 {first} 相同。</translation>
    </message>
    <message>
      <source>Kept: same shape as {first}, but the attributes differ. Decide by hand.</source>
      <translation>已保留：与 {first} 形状相同，但属性不同，请人工判定。</translation>
    </message>
    <message>
      <source>Left invalid: a repair would change its area by more than {percent} %, or give no polygon. Redraw it.</source>
      <translation>仍为无效：修复会使面积变化超过 {percent} %，或得不到多边形。请重新绘制。</translation>
    </message>
    <message>
      <source>Code “{before}” written as “{after}” in {count} features.</source>
      <translation>编码“{before}”改写为“{after}”，共 {count} 个要素。</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>错误</translation>
    </message>
    <message>
      <source>Warnings</source>
      <translation>警告</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>提示</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>图层</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>位置</translation>
    </message>
    <message>
      <source>What, and what it does</source>
      <translation>问题与影响</translation>
    </message>
    <message>
      <source>What to do</source>
      <translation>如何处理</translation>
    </message>
    <message>
      <source>the whole</source>
      <translation>整体</translation>
    </message>
    <message>
      <source>No errors, no warnings, {note} notes. The main job runs.</source>
      <translation>没有错误，没有警告，{note} 条提示。主算法可以运行。</translation>
    </message>
    <message>
      <source>{error} errors, {warning} warnings, {note} notes. While there are errors, the main job refuses the inputs or leaves parcels without a number.</source>
      <translation>{error} 个错误，{warning} 个警告，{note} 条提示。只要还有错误，主算法就会拒绝输入，或使部分地块没有数值。</translation>
    </message>
    <message>
      <source>No errors, {warning} warnings, {note} notes. The main job runs; read the warnings before you rely on its numbers.</source>
      <translation>没有错误，{warning} 个警告，{note} 条提示。主算法可以运行；采信结果之前请先阅读警告。</translation>
    </message>
    <message>
      <source>What was inspected</source>
      <translation>检查对象</translation>
    </message>
    <message>
      <source>Inspection of the inputs</source>
      <translation>输入数据检查报告</translation>
    </message>
    <message>
      <source>They count with their area like any other. Mostly they are left over from an overlay.</source>
      <translation>它们与其他多边形一样按面积计算，多半是叠加留下的碎片。</translation>
    </message>
    <message>
      <source>Look at them; merge those that mean nothing with a neighbour (Eliminate selected polygons). That is a decision, so it is not done automatically.</source>
      <translation>请逐一查看；没有意义的并入相邻图斑（“消除选中的多边形”）。这需要判断，因此不会自动进行。</translation>
    </message>
    <message>
      <source>Slivers, polygons less than {width} m wide on average: {count}, {area} in all.</source>
      <translation>碎片（平均宽度不足 {width} 米的多边形）：{count} 个，共 {area}。</translation>
    </message>
    <message>
      <source>The layer {layer} cannot be read. Repair its data source, or choose another.</source>
      <translation>图层 {layer} 无法读取。请修复其数据源，或另选图层。</translation>
    </message>
    <message>
      <source>The layer {layer} has edits that are not saved. Save or discard them first.</source>
      <translation>图层 {layer} 有未保存的编辑。请先保存或放弃编辑。</translation>
    </message>
    <message>
      <source>The algorithm {algorithm} is not there. Switch the plugins EcoVoucher and Processing on.</source>
      <translation>找不到算法 {algorithm}。请启用 EcoVoucher 和 Processing 插件。</translation>
    </message>
    <message>
      <source>{problem}</source>
      <translation>{problem}</translation>
    </message>
    <message>
      <source>The run stopped without saying why.</source>
      <translation>运行中止，原因不明。</translation>
    </message>
    <message>
      <source>yuan per year</source>
      <translation>元/年</translation>
    </message>
    <message>
      <source>mu</source>
      <translation>亩</translation>
    </message>
    <message>
      <source>ha</source>
      <translation>公顷</translation>
    </message>
    <message>
      <source>1 voucher = regulating services of 1 mu of five-year arbor forest (standard “jiangyin”).</source>
      <translation>1 个生态券 = 1 亩五年生乔木林的调节服务（标准“jiangyin”）。</translation>
    </message>
    <message>
      <source>unit unknown</source>
      <translation>单位未知</translation>
    </message>
    <message>
      <source>Vouchers are hectares of standard forest (standard “standard_forest”).</source>
      <translation>生态券以标准林公顷计（标准“standard_forest”）。</translation>
    </message>
    <message>
      <source>The field ev_rules does not name a voucher standard, so the unit is unknown.</source>
      <translation>字段 ev_rules 未注明生态券标准，因此单位未知。</translation>
    </message>
    <message>
      <source>Supply</source>
      <translation>供给</translation>
    </message>
    <message>
      <source>Demand</source>
      <translation>需求</translation>
    </message>
    <message>
      <source>Net</source>
      <translation>净额</translation>
    </message>
    <message>
      <source>ESV change</source>
      <translation>ESV 变化</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>面积</translation>
    </message>
    <message>
      <source>ha in {count} parcels</source>
      <translation>公顷，共 {count} 个地块</translation>
    </message>
    <message>
      <source>{unit} = {other} {second}</source>
      <translation>{unit} = {other} {second}</translation>
    </message>
    <message>
      <source>Not in the sums, because unknown: vouchers of {vouchers} parcels, ESV of {esv} parcels.</source>
      <translation>因未知而未计入合计：{vouchers} 个地块的生态券，{esv} 个地块的 ESV。</translation>
    </message>
    <message>
      <source>These parcels were computed by {count} different rules (field ev_rules): compare before you add them up.</source>
      <translation>这些地块按 {count} 套不同规则计算（字段 ev_rules）：相加之前请先核对。</translation>
    </message>
    <message>
      <source>no value</source>
      <translation>无值</translation>
    </message>
    <message>
      <source>Double-click or Enter: figures for this group only</source>
      <translation>双击或回车：只看该组的数字</translation>
    </message>
    <message>
      <source>Parcels</source>
      <translation>地块</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>有问题</translation>
    </message>
    <message>
      <source>The chart draws the first {count} groups; {left} more are in the table.</source>
      <translation>图中绘出前 {count} 组，其余 {left} 组见表。</translation>
    </message>
    <message>
      <source>Balance</source>
      <translation>平衡</translation>
    </message>
    <message>
      <source>Group &amp;by</source>
      <translation>分组字段(&amp;B)</translation>
    </message>
    <message>
      <source>The balance of a result layer appears here.</source>
      <translation>此处显示结果图层的平衡。</translation>
    </message>
    <message>
      <source>No parcel is in scope. Select parcels, move the map, or choose “All parcels” above.</source>
      <translation>范围内没有地块。请选择地块、移动地图，或在上方选择“全部地块”。</translation>
    </message>
    <message>
      <source>(no grouping)</source>
      <translation>（不分组）</translation>
    </message>
    <message>
      <source>Parcels by status</source>
      <translation>按状态统计地块</translation>
    </message>
    <message>
      <source>{count} {status}</source>
      <translation>{count} 个：{status}</translation>
    </message>
    <message>
      <source>The chart is copied as a picture.</source>
      <translation>图表已复制为图片。</translation>
    </message>
    <message>
      <source>Copy chart as picture</source>
      <translation>复制图表图片</translation>
    </message>
    <message>
      <source>Save chart as PNG…</source>
      <translation>图表另存为 PNG…</translation>
    </message>
    <message>
      <source>Save chart as SVG…</source>
      <translation>图表另存为 SVG…</translation>
    </message>
    <message>
      <source>The chart needs matplotlib. Install it for QGIS's Python with “{command}” and start QGIS anew; the tables work without it.</source>
      <translation>图表需要 matplotlib。请用“{command}”为 QGIS 的 Python 安装，然后重新启动 QGIS；没有它，表格照常可用。</translation>
    </message>
    <message>
      <source>Saved as {file}.</source>
      <translation>已保存为 {file}。</translation>
    </message>
    <message>
      <source>yuan</source>
      <translation>元</translation>
    </message>
    <message>
      <source>Farmers</source>
      <translation>农户</translation>
    </message>
    <message>
      <source>Collective</source>
      <translation>集体</translation>
    </message>
    <message>
      <source>Cost</source>
      <translation>成本</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>变化前</translation>
    </message>
    <message>
      <source>After</source>
      <translation>变化后</translation>
    </message>
    <message>
      <source>10⁴ {unit}</source>
      <translation>万{unit}</translation>
    </message>
    <message>
      <source>EcoVoucher</source>
      <translation>生态券 EcoVoucher</translation>
    </message>
    <message>
      <source>The algorithm {name} is not there. Enable the Processing plugin.</source>
      <translation>找不到算法 {name}。请启用“处理（Processing）”插件。</translation>
    </message>
    <message>
      <source>&amp;Result layer</source>
      <translation>结果图层(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Figures for</source>
      <translation>统计范围(&amp;F)</translation>
    </message>
    <message>
      <source>{chosen} of {parcels} parcels</source>
      <translation>共 {parcels} 个地块，计入 {chosen} 个</translation>
    </message>
    <message>
      <source>“{layer}” is no EcoVoucher result: it lacks {count} fields that a result has ({fields}).</source>
      <translation>“{layer}”不是 EcoVoucher 结果：缺少结果应有的 {count} 个字段（{fields}）。</translation>
    </message>
    <message>
      <source>Choose a layer with EcoVoucher results, or compute one.</source>
      <translation>请选择含 EcoVoucher 结果的图层，或计算一个。</translation>
    </message>
    <message>
      <source>The data of “{layer}” cannot be found. Repair its source in the layer panel.</source>
      <translation>找不到“{layer}”的数据。请在图层面板中修复其数据源。</translation>
    </message>
    <message>
      <source>No parcel of “{layer}” passes its filter ({filter}). Change the filter in the layer panel.</source>
      <translation>“{layer}”没有地块符合其筛选条件（{filter}）。请在图层面板中修改筛选条件。</translation>
    </message>
    <message>
      <source>“{layer}” holds no parcels. Choose another layer.</source>
      <translation>“{layer}”中没有地块。请选择其他图层。</translation>
    </message>
    <message>
      <source>Compute from land-use layers…</source>
      <translation>由土地利用图层计算…</translation>
    </message>
    <message>
      <source>Compute from land-use rasters…</source>
      <translation>由土地利用栅格计算…</translation>
    </message>
    <message>
      <source>Compute from planned codes…</source>
      <translation>由规划地类编码计算…</translation>
    </message>
    <message>
      <source>Compute its result here, or choose another layer.</source>
      <translation>可在此计算其结果，或选择其他图层。</translation>
    </message>
    <message>
      <source>Choose another layer.</source>
      <translation>请选择其他图层。</translation>
    </message>
    <message>
      <source>“{layer}” was not read: you cancelled. Choose it again to read it.</source>
      <translation>已取消读取“{layer}”。如需读取，请再次选择。</translation>
    </message>
    <message>
      <source>Close this message</source>
      <translation>关闭此消息</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Land use before and after</source>
      <translation>变化前后的土地利用</translation>
    </message>
    <message>
      <source>ESV by service</source>
      <translation>各项服务的ESV</translation>
    </message>
    <message>
      <source>Service</source>
      <translation>服务</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>变化</translation>
    </message>
    <message>
      <source>provisioning</source>
      <translation>供给服务</translation>
    </message>
    <message>
      <source>regulating</source>
      <translation>调节服务</translation>
    </message>
    <message>
      <source>supporting</source>
      <translation>支持服务</translation>
    </message>
    <message>
      <source>cultural</source>
      <translation>文化服务</translation>
    </message>
    <message>
      <source>{ha} ha ({basis}), of which {pct} % with land use at both dates</source>
      <translation>{ha} 公顷（{basis}），其中 {pct} % 两期均有土地利用</translation>
    </message>
    <message>
      <source>{base} → {target} yuan per year</source>
      <translation>{base} → {target} 元/年</translation>
    </message>
    <message>
      <source>{change} yuan per year</source>
      <translation>{change} 元/年</translation>
    </message>
    <message>
      <source>Area on the ellipsoid</source>
      <translation>椭球面积</translation>
    </message>
    <message>
      <source>Planar area</source>
      <translation>平面面积</translation>
    </message>
    <message>
      <source>Area used</source>
      <translation>采用面积</translation>
    </message>
    <message>
      <source>ESV before → after</source>
      <translation>ESV 前 → 后</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>角色</translation>
    </message>
    <message>
      <source>Money</source>
      <translation>金额</translation>
    </message>
    <message>
      <source>{ha} ha = {mu} mu</source>
      <translation>{ha} 公顷 = {mu} 亩</translation>
    </message>
    <message>
      <source>Gross {gross} − cost {cost} = net {net} yuan</source>
      <translation>毛收入 {gross} − 成本 {cost} = 净收益 {net} 元</translation>
    </message>
    <message>
      <source>Farmers {farmer}, collective {collective} yuan</source>
      <translation>农户 {farmer} 元，集体 {collective} 元</translation>
    </message>
    <message>
      <source>At {price}</source>
      <translation>单价 {price}</translation>
    </message>
    <message>
      <source>Transitions by parcel</source>
      <translation>地块地类转移</translation>
    </message>
    <message>
      <source>vouchers</source>
      <translation>张</translation>
    </message>
    <message>
      <source>ha of standard forest</source>
      <translation>标准林公顷</translation>
    </message>
    <message>
      <source>{price} yuan per {unit}</source>
      <translation>{price} 元/{unit}</translation>
    </message>
    <message>
      <source>Enter a price on the page “Revenue”.</source>
      <translation>请先在“收益”页填写价格。</translation>
    </message>
    <message>
      <source>Unknown, because the quantity is.</source>
      <translation>数量未知，金额也未知。</translation>
    </message>
    <message>
      <source>Unknown: check quantity and cost of this parcel.</source>
      <translation>未知：请检查该地块的数量和成本。</translation>
    </message>
    <message>
      <source>The field {field} is not in this layer. Choose another on the page “Revenue”.</source>
      <translation>该图层没有字段 {field}，请在“收益”页另选。</translation>
    </message>
    <message>
      <source>Choose a parcel: with the tool above on the map, in a table by double click, or with the arrows.</source>
      <translation>请选择地块：用上方工具在地图上点选，在表格中双击，或用箭头逐个浏览。</translation>
    </message>
    <message>
      <source>Parcel</source>
      <translation>地块</translation>
    </message>
    <message>
      <source>The card of a parcel appears here. Choose a result layer above.</source>
      <translation>此处显示地块卡片。请先在上方选择结果图层。</translation>
    </message>
    <message>
      <source>It needs the transitions.</source>
      <translation>需要地类转移表。</translation>
    </message>
    <message>
      <source>Computing…</source>
      <translation>正在计算……</translation>
    </message>
    <message>
      <source>Parcel {id}</source>
      <translation>地块 {id}</translation>
    </message>
    <message>
      <source>There is no parcel at this place.</source>
      <translation>此处没有地块。</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>已取消。</translation>
    </message>
    <message>
      <source>Reading the transitions…</source>
      <translation>正在读取地类转移……</translation>
    </message>
    <message>
      <source>No table of transitions of this run is in the project. Run the algorithm with the output “Transitions by parcel”, or add that table.</source>
      <translation>工程中没有本次运行的地类转移表。请在运行算法时输出“地块地类转移”，或将该表加入工程。</translation>
    </message>
    <message>
      <source>No part of the parcel has land use at both dates.</source>
      <translation>该地块没有任何部分在两期都有土地利用。</translation>
    </message>
    <message>
      <source>Reading {layer}</source>
      <translation>正在读取 {layer}</translation>
    </message>
    <message>
      <source>Table of &amp;transitions</source>
      <translation>地类转移表(&amp;T)</translation>
    </message>
    <message>
      <source>none yet</source>
      <translation>尚无</translation>
    </message>
    <message>
      <source>Why, or what to ask</source>
      <translation>理由，或需核实的问题</translation>
    </message>
    <message>
      <source>&amp;Verdict</source>
      <translation>审查意见(&amp;V)</translation>
    </message>
    <message>
      <source>Re&amp;mark</source>
      <translation>备注(&amp;M)</translation>
    </message>
    <message>
      <source>All verdicts</source>
      <translation>全部审查意见</translation>
    </message>
    <message>
      <source>All verdicts ({count})</source>
      <translation>全部审查意见（{count}）</translation>
    </message>
    <message>
      <source>Verdict</source>
      <translation>审查意见</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>accept</source>
      <translation>通过</translation>
    </message>
    <message>
      <source>reject</source>
      <translation>不通过</translation>
    </message>
    <message>
      <source>ask</source>
      <translation>待核实</translation>
    </message>
    <message>
      <source>Previous parcel</source>
      <translation>上一地块</translation>
    </message>
    <message>
      <source>Next parcel</source>
      <translation>下一地块</translation>
    </message>
    <message>
      <source>Choose a parcel on the map</source>
      <translation>在地图上选择地块</translation>
    </message>
    <message>
      <source>Zoom to the parcel</source>
      <translation>缩放至该地块</translation>
    </message>
    <message>
      <source>{place} of {count}</source>
      <translation>第 {place} 个，共 {count} 个</translation>
    </message>
    <message>
      <source>food</source>
      <translation>食物生产</translation>
    </message>
    <message>
      <source>raw materials</source>
      <translation>原料生产</translation>
    </message>
    <message>
      <source>water supply</source>
      <translation>水资源供给</translation>
    </message>
    <message>
      <source>gas regulation</source>
      <translation>气体调节</translation>
    </message>
    <message>
      <source>climate</source>
      <translation>气候调节</translation>
    </message>
    <message>
      <source>purification</source>
      <translation>净化环境</translation>
    </message>
    <message>
      <source>hydrology</source>
      <translation>水文调节</translation>
    </message>
    <message>
      <source>water conservation</source>
      <translation>水源涵养</translation>
    </message>
    <message>
      <source>waste treatment</source>
      <translation>废物处理</translation>
    </message>
    <message>
      <source>soil</source>
      <translation>土壤保持</translation>
    </message>
    <message>
      <source>soil formation</source>
      <translation>土壤形成与保护</translation>
    </message>
    <message>
      <source>nutrients</source>
      <translation>养分循环</translation>
    </message>
    <message>
      <source>biodiversity</source>
      <translation>生物多样性</translation>
    </message>
    <message>
      <source>landscape</source>
      <translation>美学景观</translation>
    </message>
    <message>
      <source>recreation</source>
      <translation>娱乐文化</translation>
    </message>
    <message>
      <source>all services</source>
      <translation>全部服务</translation>
    </message>
    <message>
      <source>ellipsoid</source>
      <translation>椭球</translation>
    </message>
    <message>
      <source>planar</source>
      <translation>平面</translation>
    </message>
    <message>
      <source>official area</source>
      <translation>证载面积</translation>
    </message>
    <message>
      <source>unknown basis</source>
      <translation>面积基准未知</translation>
    </message>
    <message>
      <source>Construction land became ecological land: this is restoration, and what it gains is supply.</source>
      <translation>建设用地变为生态用地：属于生态修复，增加部分计为供给。</translation>
    </message>
    <message>
      <source>Ecological land became construction land: what is lost is demand.</source>
      <translation>生态用地变为建设用地：损失部分计为需求。</translation>
    </message>
    <message>
      <source>Not between construction land and ecological land: neither supply nor demand.</source>
      <translation>不涉及建设用地与生态用地之间的转换：既无供给也无需求。</translation>
    </message>
    <message>
      <source>Whether this class counts is the authority's decision; here it does not. Ask the authority.</source>
      <translation>该地类是否计入由主管部门认定，此处未计入。请向主管部门核实。</translation>
    </message>
    <message>
      <source>More standard forest than before: supply.</source>
      <translation>标准林当量增加：计为供给。</translation>
    </message>
    <message>
      <source>Less standard forest than before: demand.</source>
      <translation>标准林当量减少：计为需求。</translation>
    </message>
    <message>
      <source>As much standard forest as before: neither supply nor demand.</source>
      <translation>标准林当量不变：既无供给也无需求。</translation>
    </message>
    <message>
      <source>A code or its coefficient is not known to the scheme, so the vouchers are unknown.</source>
      <translation>编码或其系数未知，因此生态券未知。</translation>
    </message>
    <message>
      <source>Code {code}: {doubt}</source>
      <translation>编码 {code}：{doubt}</translation>
    </message>
    <message>
      <source>All parcels</source>
      <translation>全部地块</translation>
    </message>
    <message>
      <source>Selected parcels</source>
      <translation>选中的地块</translation>
    </message>
    <message>
      <source>Parcels on the map</source>
      <translation>地图上可见的地块</translation>
    </message>
    <message>
      <source>{field} = {value}</source>
      <translation>{field} = {value}</translation>
    </message>
    <message>
      <source>complete</source>
      <translation>完整</translation>
    </message>
    <message>
      <source>partly without land use</source>
      <translation>部分缺少土地利用</translation>
    </message>
    <message>
      <source>without land use</source>
      <translation>没有土地利用</translation>
    </message>
    <message>
      <source>land use overlaps</source>
      <translation>土地利用重叠</translation>
    </message>
    <message>
      <source>geometry repaired</source>
      <translation>图形已修复</translation>
    </message>
    <message>
      <source>geometry invalid</source>
      <translation>图形无效</translation>
    </message>
    <message>
      <source>no geometry</source>
      <translation>没有图形</translation>
    </message>
    <message>
      <source>code without a value</source>
      <translation>编码没有价值系数</translation>
    </message>
    <message>
      <source>few cells</source>
      <translation>像元过少</translation>
    </message>
    <message>
      <source>no status</source>
      <translation>没有状态</translation>
    </message>
    <message>
      <source>Nothing to do: land use covers the parcel at both dates.</source>
      <translation>无需处理：两个时点的土地利用均覆盖该地块。</translation>
    </message>
    <message>
      <source>Only the covered part is valued. Complete the land use there, or cut the parcel to it.</source>
      <translation>只计算有土地利用覆盖的部分。请补全该处土地利用，或按其范围裁剪地块。</translation>
    </message>
    <message>
      <source>No land use at one date or both, so nothing is valued. Complete the land-use layer, or check the parcel's place.</source>
      <translation>一个或两个时点没有土地利用，因此未计算。请补全土地利用图层，或核对地块位置。</translation>
    </message>
    <message>
      <source>Land-use polygons overlap in the parcel, so nothing is valued. Remove the overlaps and compute again.</source>
      <translation>地块内土地利用图斑重叠，因此未计算。请消除重叠后重新计算。</translation>
    </message>
    <message>
      <source>The outline crossed itself and was repaired before valuing. Check it on the map.</source>
      <translation>边界自相交，已修复后计算。请在地图上核对。</translation>
    </message>
    <message>
      <source>The outline cannot be repaired, so nothing is valued. Draw it again.</source>
      <translation>边界无法修复，因此未计算。请重新绘制。</translation>
    </message>
    <message>
      <source>The parcel has no outline, so nothing is valued. Draw it, or remove the row.</source>
      <translation>地块没有图形，因此未计算。请绘制图形，或删除该行。</translation>
    </message>
    <message>
      <source>A land-use code has no value in the scheme or the coefficient table. Correct the code, or give a table that has it.</source>
      <translation>某一地类编码在分类方案或系数表中没有值。请更正编码，或提供含该编码的表。</translation>
    </message>
    <message>
      <source>The parcel touches fewer than ten cells: it is valued, but roughly. Use a finer raster.</source>
      <translation>地块涉及的像元不足十个：已计算，但较粗略。请使用更精细的栅格。</translation>
    </message>
    <message>
      <source>This status does not come from EcoVoucher. Compute the result again.</source>
      <translation>该状态不是 EcoVoucher 写入的。请重新计算结果。</translation>
    </message>
    <message>
      <source>supply</source>
      <translation>供给</translation>
    </message>
    <message>
      <source>demand</source>
      <translation>需求</translation>
    </message>
    <message>
      <source>supply and demand</source>
      <translation>供给与需求</translation>
    </message>
    <message>
      <source>neither</source>
      <translation>两者皆无</translation>
    </message>
    <message>
      <source>loss</source>
      <translation>亏损</translation>
    </message>
    <message>
      <source>below minimum</source>
      <translation>低于保底</translation>
    </message>
    <message>
      <source>Show these on the &amp;map</source>
      <translation>在地图上显示(&amp;M)</translation>
    </message>
    <message>
      <source>What</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Sold</source>
      <translation>出售数量</translation>
    </message>
    <message>
      <source>Gross</source>
      <translation>总收入</translation>
    </message>
    <message>
      <source>No parcel loses money or misses a guaranteed minimum.</source>
      <translation>没有地块亏损或低于保底。</translation>
    </message>
    <message>
      <source>Farmers {share} %</source>
      <translation>农户 {share} %</translation>
    </message>
    <message>
      <source>Collective {share} %</source>
      <translation>集体 {share} %</translation>
    </message>
    <message>
      <source>Break-even price (yuan/{unit})</source>
      <translation>盈亏平衡价（元/{unit}）</translation>
    </message>
    <message>
      <source>Sold ({unit})</source>
      <translation>出售数量（{unit}）</translation>
    </message>
    <message>
      <source>Gross (yuan)</source>
      <translation>总收入（元）</translation>
    </message>
    <message>
      <source>Cost (yuan)</source>
      <translation>成本（元）</translation>
    </message>
    <message>
      <source>Net (yuan)</source>
      <translation>净收益（元）</translation>
    </message>
    <message>
      <source>Losses, not shared out (yuan)</source>
      <translation>亏损，不参与分配（元）</translation>
    </message>
    <message>
      <source>{losing} parcels lose money; {missing} more bring a party less than its guaranteed minimum.</source>
      <translation>{losing} 个地块亏损；另有 {missing} 个地块使一方所得低于保底。</translation>
    </message>
    <message>
      <source>own terms</source>
      <translation>自定义</translation>
    </message>
    <message>
      <source>one cost for all</source>
      <translation>统一成本</translation>
    </message>
    <message>
      <source>&amp;Terms</source>
      <translation>分配方案(&amp;T)</translation>
    </message>
    <message>
      <source>Farmers' &amp;share</source>
      <translation>农户比例(&amp;S)</translation>
    </message>
    <message>
      <source>Farmers' &amp;minimum</source>
      <translation>农户保底(&amp;M)</translation>
    </message>
    <message>
      <source>Collective's m&amp;inimum</source>
      <translation>集体保底(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Quantity</source>
      <translation>数量(&amp;Q)</translation>
    </message>
    <message>
      <source>&amp;Price</source>
      <translation>单价(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Cost</source>
      <translation>成本(&amp;C)</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>{line}, at least {minimum}</source>
      <translation>{line}，不低于 {minimum}</translation>
    </message>
    <message>
      <source>voucher</source>
      <translation>张</translation>
    </message>
    <message>
      <source>yuan of profit</source>
      <translation>元利润</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>Revenue</source>
      <translation>收益</translation>
    </message>
    <message>
      <source>{count} parcels have no quantity, so their money is unknown and not in the sums.</source>
      <translation>{count} 个地块缺少数量，金额未知，不计入合计。</translation>
    </message>
    <message>
      <source>{count} parcels have no cost, so their money is unknown and not in the sums.</source>
      <translation>{count} 个地块缺少成本，金额未知，不计入合计。</translation>
    </message>
    <message>
      <source>{count} parcels have a quantity or cost below 0; they are not in the sums. Correct the field, or choose another.</source>
      <translation>{count} 个地块的数量或成本为负，不计入合计。请更正该字段，或另选字段。</translation>
    </message>
    <message>
      <source>{count} parcels bring an amount too large to be kept to the fen; they are not in the sums. Check the units.</source>
      <translation>{count} 个地块的金额过大，无法精确到分，不计入合计。请检查单位。</translation>
    </message>
    <message>
      <source>&amp;Write to a new layer</source>
      <translation>写入新图层(&amp;W)</translation>
    </message>
    <message>
      <source>Runs “Farmer and collective revenue split” on the parcels in scope: every parcel with its money.</source>
      <translation>对范围内的地块运行“农户与集体收益分配”，得到每个地块的金额。</translation>
    </message>
    <message>
      <source>Splitting the revenue</source>
      <translation>正在分配收益</translation>
    </message>
    <message>
      <source>Revenue split</source>
      <translation>收益分配</translation>
    </message>
    <message>
      <source>The price is 0, so nothing comes in. Enter a price above.</source>
      <translation>单价为 0，没有收入。请在上方填写单价。</translation>
    </message>
    <message>
      <source>The field area_ha holds hectares, but the price is per mu. Choose a field in mu (1 ha is 15 mu), or add one with the field calculator.</source>
      <translation>字段 area_ha 的单位是公顷，而单价按亩计。请选择以亩为单位的字段（1 公顷 = 15 亩），或用字段计算器添加。</translation>
    </message>
    <message>
      <source>These parcels count hectares of standard forest, not vouchers of a mu: enter price and cost of one hectare.</source>
      <translation>这些地块以标准林公顷计，而不是以亩计的生态券：请输入每公顷的单价和成本。</translation>
    </message>
    <message>
      <source>The revenue of a result layer appears here.</source>
      <translation>选择结果图层后，这里显示收益。</translation>
    </message>
    <message>
      <source>The layer has no number field that could be sold. Add one, or choose another layer above.</source>
      <translation>该图层没有可作为出售数量的数值字段。请添加字段，或在上方选择其他图层。</translation>
    </message>
    <message>
      <source>The layer is not in the project any more. Choose another one above.</source>
      <translation>该图层已不在工程中。请在上方选择其他图层。</translation>
    </message>
    <message>
      <source>The layer “{layer}” is in the project. It is temporary: save it to keep it.</source>
      <translation>图层“{layer}”已加入工程。它是临时图层，如需保留请另存。</translation>
    </message>
    <message>
      <source>Net vouchers</source>
      <translation>净生态券</translation>
    </message>
    <message>
      <source>Price</source>
      <translation>单价</translation>
    </message>
    <message>
      <source>yuan per unit</source>
      <translation>元/单位</translation>
    </message>
    <message>
      <source>units</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>Net revenue</source>
      <translation>净收益</translation>
    </message>
    <message>
      <source>Break-even price</source>
      <translation>盈亏平衡价</translation>
    </message>
    <message>
      <source>Parcels that lose money</source>
      <translation>亏损地块</translation>
    </message>
    <message>
      <source>Parcels below a minimum</source>
      <translation>低于保底的地块</translation>
    </message>
    <message>
      <source>Forest shortage</source>
      <translation>森林面积缺口</translation>
    </message>
    <message>
      <source>Forest for sale</source>
      <translation>可售森林面积</translation>
    </message>
    <message>
      <source>Forest traded</source>
      <translation>成交森林面积</translation>
    </message>
    <message>
      <source>Shortage that stays</source>
      <translation>未满足的缺口</translation>
    </message>
    <message>
      <source>Paid for forest</source>
      <translation>森林面积成交金额</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>指标</translation>
    </message>
    <message>
      <source>Forest trade: feasible</source>
      <translation>森林面积交易：可行</translation>
    </message>
    <message>
      <source>Forest trade: not feasible</source>
      <translation>森林面积交易：不可行</translation>
    </message>
    <message>
      <source>Layer: {layer}</source>
      <translation>图层：{layer}</translation>
    </message>
    <message>
      <source>Voucher standard: {standard}, 1 voucher = 1 {unit}</source>
      <translation>生态券标准：{standard}，1 张 = 1 {unit}</translation>
    </message>
    <message>
      <source>Terms: {preset}, sold: {field}</source>
      <translation>分配方案：{preset}，出售数量字段：{field}</translation>
    </message>
    <message>
      <source>Scenarios</source>
      <translation>方案</translation>
    </message>
    <message>
      <source>Name of the scenario</source>
      <translation>方案名称</translation>
    </message>
    <message>
      <source>&amp;Keep</source>
      <translation>保存(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Rename</source>
      <translation>重命名(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Delete</source>
      <translation>删除(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>撤销(&amp;U)</translation>
    </message>
    <message>
      <source>A scenario keeps the parameters and figures of the pages “Balance”, “Revenue” and “Trade” as they are now. Change something, keep another, and compare them here.</source>
      <translation>方案保存“平衡”“收益”“交易”各页当前的参数和结果。改变条件后再保存一个，即可在此比较。</translation>
    </message>
    <message>
      <source>Tick the scenarios that you want to compare.</source>
      <translation>请勾选要比较的方案。</translation>
    </message>
    <message>
      <source>These scenarios count vouchers by different standards: do not compare their vouchers.</source>
      <translation>这些方案采用不同的生态券标准，不能比较其生态券数量。</translation>
    </message>
    <message>
      <source>“{name}” is kept. Save the project to keep it for good.</source>
      <translation>“{name}”已保存。保存工程后才会长期保留。</translation>
    </message>
    <message>
      <source>Scenario {number}</source>
      <translation>方案 {number}</translation>
    </message>
    <message>
      <source>“{name}” is deleted.</source>
      <translation>“{name}”已删除。</translation>
    </message>
    <message>
      <source>Give the scenario a name.</source>
      <translation>请为方案命名。</translation>
    </message>
    <message>
      <source>There is a scenario “{name}” already. Choose another name, or delete it first.</source>
      <translation>已有名为“{name}”的方案。请另取名称，或先删除它。</translation>
    </message>
    <message>
      <source>There are no figures to keep yet. Choose a result layer above and open “Balance”.</source>
      <translation>还没有可保存的数据。请在上方选择结果图层，并打开“平衡”页。</translation>
    </message>
    <message>
      <source>The project holds {count} scenarios already. Delete some first.</source>
      <translation>工程中已有 {count} 个方案。请先删除一些。</translation>
    </message>
    <message>
      <source>“{file}” cannot be written ({reason}). Close the file where it is open, or choose another place.</source>
      <translation>无法写入“{file}”（{reason}）。请关闭正在使用该文件的程序，或另选位置。</translation>
    </message>
    <message>
      <source>Copy selected rows</source>
      <translation>复制所选行</translation>
    </message>
    <message>
      <source>Copy all as table</source>
      <translation>复制整个表格</translation>
    </message>
    <message>
      <source>Export as XLSX…</source>
      <translation>导出为 XLSX…</translation>
    </message>
    <message>
      <source>Export as CSV…</source>
      <translation>导出为 CSV…</translation>
    </message>
    <message>
      <source>{count} rows are copied.</source>
      <translation>已复制 {count} 行。</translation>
    </message>
    <message>
      <source>The table has {rows} rows; an XLSX sheet holds {most}. Export it as CSV.</source>
      <translation>表格有 {rows} 行，而 XLSX 工作表最多容纳 {most} 行。请导出为 CSV。</translation>
    </message>
    <message>
      <source>&amp;Districts</source>
      <translation>区县图层(&amp;D)</translation>
    </message>
    <message>
      <source>Terms of the trade</source>
      <translation>交易条件</translation>
    </message>
    <message>
      <source>Leave it empty to take the area of the polygons on the ellipsoid.</source>
      <translation>留空则采用多边形的椭球面积。</translation>
    </message>
    <message>
      <source>&amp;Name</source>
      <translation>名称(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Forest is given as</source>
      <translation>森林数据(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Coverage (%)</source>
      <translation>覆盖率(%)(&amp;C)</translation>
    </message>
    <message>
      <source>Forest &amp;area</source>
      <translation>森林面积(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Land area</source>
      <translation>土地面积(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Unit of the areas</source>
      <translation>面积单位(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;Target is given by</source>
      <translation>目标来源(&amp;T)</translation>
    </message>
    <message>
      <source>Ta&amp;rget (%)</source>
      <translation>目标(%)(&amp;R)</translation>
    </message>
    <message>
      <source>Major &amp;grain county</source>
      <translation>产粮大县(&amp;G)</translation>
    </message>
    <message>
      <source>Major rapeseed-&amp;oil area</source>
      <translation>油菜主产区(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Key ecological county</source>
      <translation>重点生态县(&amp;K)</translation>
    </message>
    <message>
      <source>Coverage a &amp;seller keeps</source>
      <translation>出让方须保有的覆盖率(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Price of the index</source>
      <translation>指标价格(&amp;P)</translation>
    </message>
    <message>
      <source> yuan/mu</source>
      <translation> 元/亩</translation>
    </message>
    <message>
      <source>Sellers' o&amp;wn prices</source>
      <translation>出让方报价(&amp;W)</translation>
    </message>
    <message>
      <source>&amp;Management fee</source>
      <translation>管护费(&amp;M)</translation>
    </message>
    <message>
      <source> yuan/mu per year</source>
      <translation> 元/亩·年</translation>
    </message>
    <message>
      <source>&amp;Years of management</source>
      <translation>管护年限(&amp;Y)</translation>
    </message>
    <message>
      <source>&amp;Instalments</source>
      <translation>分期比例(&amp;I)</translation>
    </message>
    <message>
      <source>Fee is paid</source>
      <translation>管护费支付</translation>
    </message>
    <message>
      <source>Keep low</source>
      <translation>优先降低</translation>
    </message>
    <message>
      <source>coverage (%)</source>
      <translation>覆盖率(%)</translation>
    </message>
    <message>
      <source>area</source>
      <translation>面积</translation>
    </message>
    <message>
      <source>km²</source>
      <translation>平方千米</translation>
    </message>
    <message>
      <source>a field (%)</source>
      <translation>字段(%)</translation>
    </message>
    <message>
      <source>the district's group</source>
      <translation>区县类别</translation>
    </message>
    <message>
      <source>with the price</source>
      <translation>随价款支付</translation>
    </message>
    <message>
      <source>year by year</source>
      <translation>逐年支付</translation>
    </message>
    <message>
      <source>distance</source>
      <translation>距离</translation>
    </message>
    <message>
      <source>cost</source>
      <translation>成本</translation>
    </message>
    <message>
      <source>Forest-cover trade (temporary)</source>
      <translation>森林覆盖率交易（临时）</translation>
    </message>
    <message>
      <source>Forest-cover trade</source>
      <translation>森林覆盖率交易</translation>
    </message>
    <message>
      <source>Not known to be feasible: districts are left out.</source>
      <translation>能否交易尚不可知：有区县未参与评估。</translation>
    </message>
    <message>
      <source>Trade</source>
      <translation>交易</translation>
    </message>
    <message>
      <source>No trade is needed: every district meets its target.</source>
      <translation>无需交易：各区县均已达标。</translation>
    </message>
    <message>
      <source>Find trades</source>
      <translation>撮合交易</translation>
    </message>
    <message>
      <source>&amp;Keep map layers</source>
      <translation>保留图层(&amp;K)</translation>
    </message>
    <message>
      <source>Re&amp;move from map</source>
      <translation>移出地图(&amp;M)</translation>
    </message>
    <message>
      <source>Looking for trades…</source>
      <translation>正在撮合……</translation>
    </message>
    <message>
      <source>Cancelled. Nothing was changed.</source>
      <translation>已取消，未作任何更改。</translation>
    </message>
    <message>
      <source>The layers stay on the map. They are in memory: save them to a file to have them after QGIS is closed.</source>
      <translation>图层已保留在地图上。它们是内存图层：如需在关闭QGIS后继续使用，请保存为文件。</translation>
    </message>
    <message>
      <source>Districts</source>
      <translation>区县</translation>
    </message>
    <message>
      <source>Trades</source>
      <translation>交易</translation>
    </message>
    <message>
      <source>Payments</source>
      <translation>付款</translation>
    </message>
    <message>
      <source>Choose a polygon layer of districts. The project needs one: add it first where the list is empty.</source>
      <translation>请选择区县面图层。若列表为空，请先将该图层加入工程。</translation>
    </message>
    <message>
      <source>Choose the field of the districts' names.</source>
      <translation>请选择区县名称字段。</translation>
    </message>
    <message>
      <source>Feasible: the shortage of {SHORTAGE} mu can be met; sellers have {CAPACITY} mu. It costs {AMOUNT} yuan.</source>
      <translation>可行：缺口 {SHORTAGE} 亩可以补足，出让方可售 {CAPACITY} 亩，共需 {AMOUNT} 元。</translation>
    </message>
    <message>
      <source>Not feasible: {UNMET} of {SHORTAGE} mu cannot be met; sellers have {CAPACITY} mu.</source>
      <translation>不可行：缺口 {SHORTAGE} 亩中有 {UNMET} 亩无法补足，出让方可售 {CAPACITY} 亩。</translation>
    </message>
    <message>
      <source>The layer of districts does not have the fields {fields} any more, which this project remembers. Choose others.</source>
      <translation>区县图层中已没有工程所记的字段 {fields}，请另选字段。</translation>
    </message>
    <message>
      <source>buyer</source>
      <translation>购买方</translation>
    </message>
    <message>
      <source>seller</source>
      <translation>出让方</translation>
    </message>
    <message>
      <source>compliant</source>
      <translation>已达标</translation>
    </message>
    <message>
      <source>price</source>
      <translation>价格</translation>
    </message>
    <message>
      <source>management fee</source>
      <translation>管护费</translation>
    </message>
    <message>
      <source>price and management fee</source>
      <translation>价款与管护费</translation>
    </message>
    <message>
      <source>shortage not met in full</source>
      <translation>缺口未全部补足</translation>
    </message>
    <message>
      <source>left out: land area missing or polygon invalid; complete it</source>
      <translation>未参与：缺土地面积或图形无效，请补全</translation>
    </message>
    <message>
      <source>left out: forest area or coverage missing; complete it</source>
      <translation>未参与：缺森林面积或覆盖率，请补全</translation>
    </message>
    <message>
      <source>left out: target or group missing; complete it</source>
      <translation>未参与：缺目标或类别，请补全</translation>
    </message>
    <message>
      <source>left out: no polygon; draw it</source>
      <translation>未参与：没有图形，请绘制</translation>
    </message>
    <message>
      <source>left out: land area is not above 0; check the unit</source>
      <translation>未参与：土地面积不大于 0，请检查单位</translation>
    </message>
    <message>
      <source>left out: forest larger than the district; check the unit</source>
      <translation>未参与：森林面积大于辖区面积，请检查单位</translation>
    </message>
    <message>
      <source>left out: coverage is not between 0 and 100 %</source>
      <translation>未参与：覆盖率不在 0–100 % 之间</translation>
    </message>
    <message>
      <source>left out: target is not between 0 and 100 %</source>
      <translation>未参与：目标不在 0–100 % 之间</translation>
    </message>
    <message>
      <source>left out: price is negative</source>
      <translation>未参与：价格为负</translation>
    </message>
    <message>
      <source>District</source>
      <translation>区县</translation>
    </message>
    <message>
      <source>Buys</source>
      <translation>买入</translation>
    </message>
    <message>
      <source>Sells</source>
      <translation>卖出</translation>
    </message>
    <message>
      <source>Coverage</source>
      <translation>覆盖率</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>目标</translation>
    </message>
    <message>
      <source>Coverage after</source>
      <translation>交易后覆盖率</translation>
    </message>
    <message>
      <source>Shortage</source>
      <translation>缺口</translation>
    </message>
    <message>
      <source>May sell</source>
      <translation>可售</translation>
    </message>
    <message>
      <source>Seller</source>
      <translation>出让方</translation>
    </message>
    <message>
      <source>Buyer</source>
      <translation>购买方</translation>
    </message>
    <message>
      <source>Price with fee</source>
      <translation>含管护费单价</translation>
    </message>
    <message>
      <source>yuan/mu</source>
      <translation>元/亩</translation>
    </message>
    <message>
      <source>Amount</source>
      <translation>金额</translation>
    </message>
    <message>
      <source>Distance</source>
      <translation>距离</translation>
    </message>
    <message>
      <source>km</source>
      <translation>千米</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>年份</translation>
    </message>
    <message>
      <source>For</source>
      <translation>用途</translation>
    </message>
    <message>
      <source>Save as</source>
      <translation>另存为</translation>
    </message>
    <message>
      <source>The raster {raster} is no file but a {provider} layer. Save it as a GeoTIFF first.</source>
      <translation>栅格 {raster} 不是文件，而是 {provider} 图层。请先另存为 GeoTIFF。</translation>
    </message>
    <message>
      <source>The raster {raster} has a range of additional NoData values in QGIS (layer properties, Transparency). Only single values can be used: reclassify the raster, or give the values one by one.</source>
      <translation>栅格 {raster} 在 QGIS 中设有附加无数据值的区间（图层属性的“透明度”）。这里只能使用单个值：请对栅格重分类，或逐个给出这些值。</translation>
    </message>
    <message>
      <source>The raster {raster} holds values that are no class codes: {values}. Choose a classified raster, whose values are whole numbers.</source>
      <translation>栅格 {raster} 含有不是地类编码的值：{values}。请选择分类栅格，其值为整数。</translation>
    </message>
    <message>
      <source>The raster {raster} holds more than {limit} different values, from {low} to {high}. Choose a classified raster, or name the values that stand for NoData.</source>
      <translation>栅格 {raster} 的不同取值超过 {limit} 个（{low} 至 {high}）。请选择分类栅格，或指明表示 NoData 的值。</translation>
    </message>
    <message>
      <source>The raster {raster} cannot be opened: {reason}. Check the path and the format.</source>
      <translation>无法打开栅格 {raster}：{reason}。请检查路径和格式。</translation>
    </message>
    <message>
      <source>The raster {raster} cannot be read in the CRS of {base}: {reason}. Reproject it to that CRS first.</source>
      <translation>栅格 {raster} 无法在 {base} 的坐标系中读取：{reason}。请先投影到该坐标系。</translation>
    </message>
    <message>
      <source>The raster {raster} has no CRS. Assign the right one to the file.</source>
      <translation>栅格 {raster} 没有坐标系。请为文件指定正确的坐标系。</translation>
    </message>
    <message>
      <source>The raster {raster} has no place on the map. Georeference the file.</source>
      <translation>栅格 {raster} 没有地理位置。请先地理配准。</translation>
    </message>
    <message>
      <source>The raster {raster} is rotated or mirrored. Warp it to a north-up grid with nearest neighbour first.</source>
      <translation>栅格 {raster} 有旋转或镜像。请先用最近邻法重采样为正北朝上的网格。</translation>
    </message>
    <message>
      <source>The raster {raster} has no band {band}; it has {count}.</source>
      <translation>栅格 {raster} 没有第 {band} 波段，共有 {count} 个波段。</translation>
    </message>
    <message>
      <source>The raster {raster} holds values of type {kind}, which are no class codes.</source>
      <translation>栅格 {raster} 的值类型为 {kind}，不是地类编码。</translation>
    </message>
    <message>
      <source>The raster {raster} rescales its values (scale {scale}, offset {offset}), so they are no class codes. Choose the classified raster, or remove scale and offset from the file.</source>
      <translation>栅格 {raster} 对值作了缩放（比例 {scale}，偏移 {offset}），因此不是地类编码。请选择分类栅格，或从文件中去掉比例和偏移。</translation>
    </message>
    <message>
      <source>The raster {raster} cannot be read from line {line} on: {reason}. Copy the file again.</source>
      <translation>栅格 {raster} 从第 {line} 行起无法读取：{reason}。请重新复制文件。</translation>
    </message>
    <message>
      <source>{layer}: the layer holds no polygons ({type}). Choose a polygon layer.</source>
      <translation>{layer}：图层不含多边形（{type}）。请选择多边形图层。</translation>
    </message>
    <message>
      <source>{layer}: the layer has no CRS. Set the CRS in which its coordinates were recorded (layer properties, Source).</source>
      <translation>{layer}：图层没有坐标系。请设置坐标实际采用的坐标系（图层属性 → 数据源）。</translation>
    </message>
    <message>
      <source>{layer}: the layer holds geometry collections, of which QGIS knows neither the CRS nor the extent. “Prepare the inputs” (ecovoucher:prepareinputs) writes a copy with their polygons; use that.</source>
      <translation>{layer}：该图层为几何集合（GeometryCollection），QGIS 无法得知其坐标系和范围。请用“准备输入数据”（ecovoucher:prepareinputs）写出只含多边形的副本，并使用该副本。</translation>
    </message>
    <message>
      <source>{layer}: there is no feature to work on. Check the layer, its filter, and “selected features only”.</source>
      <translation>{layer}：没有可处理的要素。请检查图层、筛选条件和“仅选中要素”。</translation>
    </message>
    <message>
      <source>{layer}: planar areas in {crs} are not areas on the ground. Use the area basis “ellipsoidal”, or reproject the parcels to a projected CRS such as a Gauss-Krüger zone.</source>
      <translation>{layer}：{crs} 中的平面面积不是实地面积。请使用面积基准“ellipsoidal”，或将地块投影到高斯-克吕格等投影坐标系。</translation>
    </message>
    <message>
      <source>{layer}: the coordinates {extent} lie outside the area for which {crs} is defined. The layer probably has the wrong CRS (for Gauss-Krüger: zone, or eastings with and without zone number).</source>
      <translation>{layer}：坐标 {extent} 超出 {crs} 的适用范围。图层的坐标系可能有误（高斯-克吕格：带号，或东坐标是否含带号）。</translation>
    </message>
    <message>
      <source>{layer}: there are coordinates that are not finite numbers, so the extent of the layer cannot be told. Look for features with an infinite extent, and correct or delete them.</source>
      <translation>{layer}：存在非有限数值的坐标，无法确定图层范围。请查找范围为无穷大的要素，并更正或删除。</translation>
    </message>
    <message>
      <source>The area basis is “field”, but no field of official areas is chosen. Choose one, or another area basis.</source>
      <translation>面积基准为“field”，但没有选择官方面积字段。请选择字段，或改用其他面积基准。</translation>
    </message>
    <message>
      <source>{layer}: “{field}” is not a numeric field, so it holds no official areas in m².</source>
      <translation>{layer}：“{field}”不是数值字段，不含官方面积（平方米）。</translation>
    </message>
    <message>
      <source>{layer}: the field “{field}” is already there, but the result needs this name. Rename it, or remove it if it comes from an earlier run.</source>
      <translation>{layer}：字段“{field}”已存在，而结果需要使用这个名称。请改名；若来自先前的运行，请删除。</translation>
    </message>
    <message>
      <source>{layer}: there is no field “{field}”. Its fields are: {fields}.</source>
      <translation>{layer}：没有字段“{field}”。现有字段：{fields}。</translation>
    </message>
    <message>
      <source>{layer}: the field “{field}” holds {type}, not land-use codes. Choose a field of text or whole numbers.</source>
      <translation>{layer}：字段“{field}”的类型为 {type}，不是地类编码。请选择文本或整数字段。</translation>
    </message>
    <message>
      <source>{layer} lies nowhere near the parcels: it covers {extent}, the parcels {parcels} (in {crs}). Check that the layers and their CRSs belong together.</source>
      <translation>{layer} 与地块相距很远：其范围为 {extent}，地块范围为 {parcels}（{crs}）。请检查图层及其坐标系是否对应。</translation>
    </message>
    <message>
      <source>{layer}: how {crs} is shifted against {other}, the CRS of the parcels, is not known here, and without that the layers are off by up to some hundred metres. Have the layer transformed by the surveying office. Or, where the official seven parameters are known, give the layer a custom CRS with them as +towgs84 and reproject it to EPSG:4326 first: such parameters act towards WGS 84 only, and from there to CGCS2000 no shift is needed.</source>
      <translation>{layer}：此处没有 {crs} 与地块坐标系 {other} 之间的基准面转换参数，缺少它图层会错开最多数百米。请由测绘部门转换图层；或者，已知官方七参数时，为图层设置以 +towgs84 写入七参数的自定义坐标系，先将其重投影到 EPSG:4326：这类参数只对 WGS 84 起作用，而 WGS 84 到 CGCS2000 无需转换参数。</translation>
    </message>
    <message>
      <source>{layer}: between {crs} and {other}, the CRS of the parcels, there is no transformation, as between a local grid and the CRS of a country. Set the CRS in which the coordinates were recorded (layer properties, Source), or have the layer transformed by the surveying office.</source>
      <translation>{layer}：{crs} 与地块坐标系 {other} 之间没有坐标转换，例如地方独立坐标系与国家坐标系之间。请设置坐标采集时所用的坐标系（图层属性，源），或请测绘部门转换该图层。</translation>
    </message>
    <message>
      <source>{feature} cannot be transformed into the CRS of the parcels. Check the CRS of its layer, or clip the layer to the area of the parcels.</source>
      <translation>{feature} 无法转换到地块的坐标系。请检查该图层的坐标系，或把图层裁剪到地块范围。</translation>
    </message>
    <message>
      <source>The CRS {crs} names no ellipsoid, so ellipsoidal areas cannot be computed. Choose another area basis, or reproject the parcels to a CRS such as EPSG:4490.</source>
      <translation>坐标系 {crs} 没有指明椭球体，无法计算椭球面积。请改用其他面积基准，或将地块投影到 EPSG:4490 等坐标系。</translation>
    </message>
    <message>
      <source>{layer}: {file} is there, but QGIS cannot open it: it is damaged, incomplete, locked by another program, or of a kind that QGIS does not read. Take it from its source again, or from a backup.</source>
      <translation>{layer}：{file} 存在，但 QGIS 无法打开：文件已损坏、不完整、被其他程序占用，或 QGIS 不支持其格式。请从来源重新获取，或使用备份。</translation>
    </message>
    <message>
      <source>The input layer changed during the run, or features of it share an id. Run again, or save the layer as a GeoPackage first.</source>
      <translation>输入图层在运行过程中发生了变化，或其中有要素的标识号相同。请重新运行，或先将图层另存为 GeoPackage。</translation>
    </message>
    <message>
      <source>{file} cannot be read to its end: it is damaged, locked or gone. Close other programs that use it; else take a copy from a backup.</source>
      <translation>{file}无法完整读取：文件已损坏、被占用或已不存在。请关闭正在使用它的其他程序；否则请使用备份中的副本。</translation>
    </message>
    <message>
      <source>{layer}: {file} cannot be opened, because {missing} is not beside it. A Shapefile is several files of one name: copy them all.</source>
      <translation>{layer}：{file} 无法打开，因为缺少同名文件 {missing}。Shapefile 由多个同名文件组成，请全部复制。</translation>
    </message>
    <message>
      <source>{file} cannot be read to its end: it, or a file that belongs to it, is damaged, locked or gone. GDAL says: “{reason}”. Close other programs that use it; else take a copy from a backup.</source>
      <translation>{file}无法完整读取：该文件或其附属文件已损坏、被占用或已不存在。GDAL 的说明：“{reason}”。请关闭正在使用它的其他程序；否则请使用备份中的副本。</translation>
    </message>
    <message>
      <source>The raster {raster} declares no NoData value: every value in it counts as a class.</source>
      <translation>栅格 {raster} 未声明 NoData 值：其中每个值都视为地类。</translation>
    </message>
    <message>
      <source>Parcel {ids}: the polygon is invalid, and a repair would change its area. Repair it (Fix geometries) and check the area.</source>
      <translation>地块 {ids}：多边形无效，修复会改变其面积。请修复（修正几何图形）并核对面积。</translation>
    </message>
    <message>
      <source>Parcel {ids}: coordinates that cannot be placed in the CRS of the layer.</source>
      <translation>地块 {ids}：坐标无法落在图层的坐标系内。</translation>
    </message>
    <message>
      <source>Parcel {ids}: the official area is missing or not above 0.</source>
      <translation>地块 {ids}：官方面积缺失或不大于 0。</translation>
    </message>
    <message>
      <source>Parcel {ids}: a land-use polygon in it is invalid: {patches}. Repair it (Fix geometries).</source>
      <translation>地块 {ids}：其中的土地利用图斑无效：{patches}。请修复（修正几何图形）。</translation>
    </message>
    <message>
      <source>Parcel {ids}: land-use polygons of the same date overlap in it: {patches}.</source>
      <translation>地块 {ids}：同一时点的土地利用图斑在其中重叠：{patches}。</translation>
    </message>
    <message>
      <source>Parcel {ids}: the parts do not add up to the parcel. Repair the geometries around it (Fix geometries).</source>
      <translation>地块 {ids}：各部分之和与地块面积不符。请修复其周围的几何图形（修正几何图形）。</translation>
    </message>
    <message>
      <source>No parcel is without a remark. Look at the field ev_status before using the result.</source>
      <translation>没有一个地块是完全正常的。使用结果前请查看字段 ev_status。</translation>
    </message>
    <message>
      <source>The rasters differ in CRS: the target is read at the centres of the cells of the base raster. {percent} % of the cells around the parcels lie beside another class and could be affected.</source>
      <translation>两个栅格的坐标系不同：在基期栅格像元中心处读取目标期栅格。地块周围的这些像元中有 {percent} % 与其他类别相邻，可能受到影响。</translation>
    </message>
    <message>
      <source>Parcel {ids}: the same polygon is in the layer more than once, and the same land would be paid more than once. Remove the copies; “Prepare the inputs” (ecovoucher:prepareinputs) does where all attributes agree.</source>
      <translation>地块 {ids}：同一图形在图层中出现不止一次，同一块土地会被重复付款。请删除重复的地块；所有属性都相同时，“准备输入数据”（ecovoucher:prepareinputs）会自动删除。</translation>
    </message>
    <message>
      <source>Parcel {ids}: the official area differs by more than {percent} % from the area on the ellipsoid.</source>
      <translation>地块 {ids}：官方面积与椭球面积相差超过 {percent} %。</translation>
    </message>
    <message>
      <source>EcoVoucher: review parcels</source>
      <translation>生态券：审查地块</translation>
    </message>
    <message>
      <source>Review ecological vouchers by parcel: balance, revenue, trade</source>
      <translation>按地块审查生态券：平衡、收益、交易</translation>
    </message>
    <message>
      <source>{field}: no value is above 1, but percentages are needed: 45 for 45 %. Multiply the field by 100.</source>
      <translation>{field}：没有一个值大于 1，但需要的是百分数：45 表示 45 %。请将该字段乘以 100。</translation>
    </message>
    <message>
      <source>{quantity} × {price} is not an amount of money.</source>
      <translation>{quantity} × {price} 不是金额。</translation>
    </message>
    <message>
      <source>{quantity} × {price} yuan is too large an amount to be kept to the fen. Check the units.</source>
      <translation>{quantity} × {price} 元过大，无法精确到分。请检查单位。</translation>
    </message>
    <message>
      <source>The shares {shares} are not a ratio.</source>
      <translation>份额 {shares} 不构成比例。</translation>
    </message>
    <message>
      <source>{amount} yuan cannot be shared out as {shares}.</source>
      <translation>{amount} 元无法按 {shares} 分配。</translation>
    </message>
    <message>
      <source>The instalments “{text}” are not a ratio. Write numbers above 0 with colons between them, such as 3:3:4 for three years.</source>
      <translation>分期“{text}”不构成比例。请写成以冒号分隔、大于 0 的数，如三年 3:3:4。</translation>
    </message>
    <message>
      <source>The national GDP per head is {value}. It must be above 0.</source>
      <translation>全国人均 GDP 为 {value}，须大于 0。</translation>
    </message>
    <message>
      <source>The national population density is {value}. It must be above 0.</source>
      <translation>全国人口密度为 {value}，须大于 0。</translation>
    </message>
    <message>
      <source>The price is {price} yuan per hectare. Give a price of 0 or more.</source>
      <translation>价格为每公顷 {price} 元。请给出不小于 0 的价格。</translation>
    </message>
    <message>
      <source>The {name} is {value} yuan per unit. Give 0 or more.</source>
      <translation>{name}为每单位 {value} 元。请给出不小于 0 的值。</translation>
    </message>
    <message>
      <source>The farmers' share is {share} %. It must lie between 0 and 100 %.</source>
      <translation>农户份额为 {share} %，须在 0 与 100 % 之间。</translation>
    </message>
    <message>
      <source>The farmers' share is {share} %. Give it in percent: 85 for 85 %.</source>
      <translation>农户份额为 {share} %。请以百分数填写：85 表示 85 %。</translation>
    </message>
    <message>
      <source>The guaranteed minimum is {minimum} yuan per unit. Give 0 or more, or leave it empty.</source>
      <translation>保底金额为每单位 {minimum} 元。请给出不小于 0 的值，或留空。</translation>
    </message>
    <message>
      <source>The matching leaves shortage that could be served. Please report this.</source>
      <translation>匹配结果留下了本可满足的缺口。请反馈此问题。</translation>
    </message>
    <message>
      <source>{seller} → {buyer}: {area} mu change hands. A trade must be above 0.</source>
      <translation>{seller} → {buyer}：成交 {area} 亩。交易面积须大于 0。</translation>
    </message>
    <message>
      <source>{name} sells {area} mu, but may sell only {limit} mu without falling below the coverage it must keep.</source>
      <translation>{name} 出售 {area} 亩，但在保持必须保留的覆盖率的前提下只能出售 {limit} 亩。</translation>
    </message>
    <message>
      <source>{name} buys {area} mu, but lacks only {limit} mu.</source>
      <translation>{name} 购买 {area} 亩，但只缺 {limit} 亩。</translation>
    </message>
    <message>
      <source>The matching could not be solved: {reason}</source>
      <translation>无法求解匹配：{reason}</translation>
    </message>
    <message>
      <source>The land-use scheme is “custom”, but no scheme file is given. Choose a CSV file.</source>
      <translation>分类体系为“custom”，但没有给出文件。请选择 CSV 文件。</translation>
    </message>
    <message>
      <source>The coefficient table is “custom”, but no coefficient file is given. Choose a CSV file.</source>
      <translation>系数表为“custom”，但没有给出文件。请选择 CSV 文件。</translation>
    </message>
    <message>
      <source>The result was made with the scheme file “{file}”. Run “Parcel ESV by ecosystem service” from the toolbox with that file.</source>
      <translation>该结果使用分类文件“{file}”计算。请在工具箱中用该文件运行“地块各项服务ESV”。</translation>
    </message>
    <message>
      <source>The result was made with the coefficient file “{file}”. Run “Parcel ESV by ecosystem service” from the toolbox with that file.</source>
      <translation>该结果使用系数文件“{file}”计算。请在工具箱中用该文件运行“地块各项服务ESV”。</translation>
    </message>
    <message>
      <source>second national land survey</source>
      <translation>第二次全国土地调查</translation>
    </message>
    <message>
      <source>third national land survey</source>
      <translation>第三次全国国土调查</translation>
    </message>
    <message>
      <source>Conversion coefficients belong to the voucher standard “jiangyin”, but “{standard}” is chosen. Remove the file or change the standard.</source>
      <translation>转换系数用于“jiangyin”标准，而当前选择的是“{standard}”。请去掉文件或更改标准。</translation>
    </message>
    <message>
      <source>Base of the vouchers: “{base}” by the scheme {scheme}. In the Jiangyin measures the base value is that of the {survey} (Article 19), and what was construction land in the {eligibility} is eligible (Article 9). Where the two differ, run with either as the base and report both figures; for a buyer the base is the land use just before the conversion.</source>
      <translation>生态券的基期：“{base}”，按分类体系 {scheme} 读取。江阴办法以{survey}数据为价值基数（第十九条），以{eligibility}中的建设用地为申请条件（第九条）。两次调查不一致时，请分别以二者为基期各运行一次，并列报告两个数值；对于购买方，以转用前的现状地类为基期。</translation>
    </message>
    <message>
      <source>The vouchers are not computed with the official conversion coefficients of Jiangyin, which are not public: each class converts at its regulating services over those of broadleaf forest ({table}).</source>
      <translation>生态券未采用江阴官方转换系数（未公开）：各地类按其调节服务与阔叶林调节服务之比换算（{table}）。</translation>
    </message>
    <message>
      <source>The Jiangyin measures are in force from {start} to {end}, not today ({today}).</source>
      <translation>江阴办法的有效期为 {start} 至 {end}，不含今天（{today}）。</translation>
    </message>
    <message>
      <source>The conversion coefficients of {file} say of themselves that they are not official.</source>
      <translation>{file} 的转换系数自称不是官方系数。</translation>
    </message>
    <message>
      <source>The conversion coefficients of {file} are in force from {start} to {end}, not today ({today}).</source>
      <translation>{file} 的转换系数有效期为 {start} 至 {end}，不含今天（{today}）。</translation>
    </message>
    <message>
      <source>D = {used} yuan/ha is used with the table {table}, whose own D is {own} yuan/ha.</source>
      <translation>使用 D = {used} 元/公顷与系数表 {table}，而该表自带的 D 为 {own} 元/公顷。</translation>
    </message>
    <message>
      <source>Ecological vouchers</source>
      <translation>生态券</translation>
    </message>
    <message>
      <source>“Inspect the inputs before a run” (ecovoucher:checkinputs) lists all that stands in the way.</source>
      <translation>“运行前检查输入数据”（ecovoucher:checkinputs）可列出全部障碍。</translation>
    </message>
    <message>
      <source>Cancelled. Nothing was written.</source>
      <translation>已取消，未写入任何结果。</translation>
    </message>
    <message>
      <source>There is no land use to inspect. Choose the layers of both dates with their code fields, the rasters of both dates or, for a plan, the two code fields of the parcels.</source>
      <translation>没有可检查的土地利用。请选择两期图层及其编码字段，或两期栅格；对于规划，请选择地块上的两个编码字段。</translation>
    </message>
    <message>
      <source>Land use is given in more than one way: as layers, rasters or codes on the parcels. Leave all but one empty. For one date as layer and one as raster, polygonize the raster first: its cells are exact polygons.</source>
      <translation>土地利用以多种方式给出（图层、栅格或地块上的编码）。请只保留一种，其余留空。若一期为图层、另一期为栅格，请先将栅格转为多边形：像元就是精确的多边形。</translation>
    </message>
    <message>
      <source>The land use of one date is missing. Choose it for both dates, of the same kind.</source>
      <translation>缺少一期土地利用。请按同一种类给出两期。</translation>
    </message>
    <message>
      <source>{name}: {columns} × {rows} cells, {crs}</source>
      <translation>{name}：{columns} × {rows} 个像元，{crs}</translation>
    </message>
    <message>
      <source>{name}: {count} features, {crs}</source>
      <translation>{name}：{count} 个要素，{crs}</translation>
    </message>
    <message>
      <source>no CRS</source>
      <translation>无坐标系</translation>
    </message>
    <message>
      <source>The page {file} cannot be written: {problem}.</source>
      <translation>无法写入报告 {file}：{problem}。</translation>
    </message>
    <message>
      <source>Inspect the inputs before a run</source>
      <translation>运行前检查输入数据</translation>
    </message>
    <message>
      <source>Lists everything that the main job would refuse, leave without a number or value questionably, with what to do about it. Changes nothing.</source>
      <translation>一次列出主算法会拒绝、会没有数值或数值可疑的所有问题及处理办法。不改动任何数据。</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>提示</translation>
    </message>
    <message>
      <source>One row a finding: severity (error, warning, note), layer, feature, what, effect, fix. Many findings of one kind are one row with their number, the first examples and the area.</source>
      <translation>每个问题一行：severity（error 错误、warning 警告、note 提示）、图层、要素、问题、影响、处理办法。同类问题合为一行，给出数量、前几个例子和面积。</translation>
    </message>
    <message>
      <source>The same as a page to read, print or send.</source>
      <translation>同样的内容，便于阅读、打印或发送的网页。</translation>
    </message>
    <message>
      <source>check,inspect,validate,quality,pre-flight,topology,overlap,gap,duplicate,codes,encoding,CRS,生态券,检查,质检,重叠,缝隙,重复,编码</source>
      <translation>check,inspect,validate,quality,pre-flight,topology,overlap,gap,duplicate,codes,encoding,CRS,生态券,检查,质检,重叠,缝隙,重复,编码</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>检查结果表</translation>
    </message>
    <message>
      <source>Findings as a page</source>
      <translation>检查报告（网页）</translation>
    </message>
    <message>
      <source>Error</source>
      <translation>错误</translation>
    </message>
    <message>
      <source>Warning</source>
      <translation>警告</translation>
    </message>
    <message>
      <source>The output {place} is the table of an input layer and would destroy it. Choose another table.</source>
      <translation>输出 {place} 就是输入图层所在的表，写入会将其毁掉。请另选表。</translation>
    </message>
    <message>
      <source>{layer}: a GeoPackage takes the field “fid” for its key, but its values repeat or are no whole numbers. Rename or remove the field, or choose another file format.</source>
      <translation>{layer}：GeoPackage 以字段“fid”为主键，但其值有重复或不是整数。请改名或删除该字段，或选择其他文件格式。</translation>
    </message>
    <message>
      <source>The output {place} is to be appended to a layer, which is not possible. Choose another file.</source>
      <translation>输出 {place} 要追加到已有图层，这不可行。请另选文件。</translation>
    </message>
    <message>
      <source>The output {file} is the file of an input layer and would destroy it. Choose another file.</source>
      <translation>输出 {file} 就是输入图层的文件，写入会将其毁掉。请另选文件。</translation>
    </message>
    <message>
      <source>The folder of the output {file} does not exist. Create it first.</source>
      <translation>输出 {file} 所在的文件夹不存在。请先创建。</translation>
    </message>
    <message>
      <source>The output {file} is a folder. Choose another file.</source>
      <translation>输出 {file} 是一个文件夹。请选择其他文件。</translation>
    </message>
    <message>
      <source>The output {file} cannot be written: no permission.</source>
      <translation>无法写入输出 {file}：没有权限。</translation>
    </message>
    <message>
      <source>The outputs “{first}” and “{second}” would be written to the same place, {place}. Choose another file for one of them.</source>
      <translation>输出“{first}”与“{second}”将写入同一位置 {place}。请为其中之一另选文件。</translation>
    </message>
    <message>
      <source>{layer}: a Shapefile would cut the name of the field “{field}” to “{short}”, which is a field of the result. Rename the field, or write a GeoPackage.</source>
      <translation>{layer}：Shapefile 会把字段“{field}”的名称截断为“{short}”，而这是结果字段的名称。请重命名该字段，或输出为 GeoPackage。</translation>
    </message>
    <message>
      <source>{layer}: the field “{field}” holds {type}, not numbers. Convert it to a number field (Refactor fields).</source>
      <translation>{layer}：字段“{field}”的类型为 {type}，不是数值。请转换为数值字段（重构字段）。</translation>
    </message>
    <message>
      <source>Districts or counties that are assessed for their forest coverage. Every one is in the result.</source>
      <translation>考核森林覆盖率的区县。每一个都会出现在结果中。</translation>
    </message>
    <message>
      <source>Names for messages and trades. Districts of the same name are told apart by their feature id.</source>
      <translation>用于提示和交易的名称。同名区县以要素编号区分。</translation>
    </message>
    <message>
      <source>Field of the land area (empty = from the polygons)</source>
      <translation>土地面积字段（留空 = 由多边形计算）</translation>
    </message>
    <message>
      <source>Land area over which coverage is taken, in the unit below. Empty: area on the ellipsoid.</source>
      <translation>计算覆盖率所用的土地面积，单位见下。留空：椭球面积。</translation>
    </message>
    <message>
      <source>Unit of land area and forest area: mu, hectares or km². Results are in mu (1 ha = 15 mu).</source>
      <translation>土地面积和森林面积的单位：亩、公顷或平方公里。结果以亩计（1 公顷 = 15 亩）。</translation>
    </message>
    <message>
      <source>Field of the forest area (in the unit above)</source>
      <translation>森林面积字段（单位同上）</translation>
    </message>
    <message>
      <source>Give this or the coverage.</source>
      <translation>此项与覆盖率二选一。</translation>
    </message>
    <message>
      <source>Field of the forest coverage (%)</source>
      <translation>森林覆盖率字段（%）</translation>
    </message>
    <message>
      <source>Give this or the forest area. 45 stands for 45 %.</source>
      <translation>此项与森林面积二选一。45 表示 45 %。</translation>
    </message>
    <message>
      <source>Field of the target coverage (%)</source>
      <translation>目标覆盖率字段（%）</translation>
    </message>
    <message>
      <source>Give this, or the three fields that follow: then the target is that of the district's group.</source>
      <translation>填写此项，或以下三个字段：此时目标按区县所属组别确定。</translation>
    </message>
    <message>
      <source>Field “major grain county” (yes/no)</source>
      <translation>“产粮大县”字段（是/否）</translation>
    </message>
    <message>
      <source>Field “major rapeseed-oil area” (yes/no)</source>
      <translation>“菜油主产区”字段（是/否）</translation>
    </message>
    <message>
      <source>Field “national key ecological function county” (yes/no)</source>
      <translation>“国家重点生态功能区县”字段（是/否）</translation>
    </message>
    <message>
      <source>Choose either a field of the forest area or one of the forest coverage.</source>
      <translation>森林面积字段与森林覆盖率字段请二选一。</translation>
    </message>
    <message>
      <source>Choose either a field of the target coverage, or the fields that say to which group a district belongs.</source>
      <translation>目标覆盖率字段与说明区县组别的字段请二选一。</translation>
    </message>
    <message>
      <source>“{value}” is neither yes nor no. Use a boolean field, 1/0 or yes/no.</source>
      <translation>“{value}”既不是“是”也不是“否”。请使用布尔字段、1/0 或 yes/no。</translation>
    </message>
    <message>
      <source>Field of the names</source>
      <translation>名称字段</translation>
    </message>
    <message>
      <source>Unit of the area fields</source>
      <translation>面积字段的单位</translation>
    </message>
    <message>
      <source>Boolean, 1/0 or yes/no. In Chongqing grain or oil: 50 %; both: 45 %; all others and key ecological counties: 55 %.</source>
      <translation>布尔、1/0 或 yes/no。重庆：产粮或菜油主产为 50 %；两者兼有为 45 %；其余及重点生态功能区县为 55 %。</translation>
    </message>
    <message>
      <source>Forest coverage</source>
      <translation>森林覆盖率</translation>
    </message>
    <message>
      <source>Target coverage</source>
      <translation>目标覆盖率</translation>
    </message>
    <message>
      <source>district {id}</source>
      <translation>区县 {id}</translation>
    </message>
    <message>
      <source>Left out of the market.</source>
      <translation>未进入市场。</translation>
    </message>
    <message>
      <source>No district may sell: none lies above its target and above {floor} %.</source>
      <translation>没有区县可以出售：均未同时高于自身目标和 {floor} %。</translation>
    </message>
    <message>
      <source>All districts, with coverage in % and shortage, surplus, bought and sold in mu.</source>
      <translation>所有区县，覆盖率以 % 计，缺口、富余、购入和售出以亩计。</translation>
    </message>
    <message>
      <source>A line from seller to buyer for each trade, with area in mu, price in yuan/mu and amount in yuan.</source>
      <translation>每笔交易一条由卖方到买方的线，含面积（亩）、单价（元/亩）和金额（元）。</translation>
    </message>
    <message>
      <source>What each buyer pays to each seller in which year of the agreement, in yuan.</source>
      <translation>各买方在协议各年度向各卖方支付的金额（元）。</translation>
    </message>
    <message>
      <source>No district can be assessed. {reasons}</source>
      <translation>没有可评估的区县。{reasons}</translation>
    </message>
    <message>
      <source>{names}: the land area is missing, or the polygon is invalid.</source>
      <translation>{names}：土地面积缺失，或多边形无效。</translation>
    </message>
    <message>
      <source>{names}: forest area or coverage is missing.</source>
      <translation>{names}：森林面积或覆盖率缺失。</translation>
    </message>
    <message>
      <source>{names}: the target, or the group that decides it, is missing.</source>
      <translation>{names}：目标或决定目标的组别缺失。</translation>
    </message>
    <message>
      <source>{names}: there is no polygon to measure distances from.</source>
      <translation>{names}：没有可用于计算距离的多边形。</translation>
    </message>
    <message>
      <source>{names}: the land area is not above 0.</source>
      <translation>{names}：土地面积不大于 0。</translation>
    </message>
    <message>
      <source>{names}: the forest area is negative or larger than the district.</source>
      <translation>{names}：森林面积为负或大于区县面积。</translation>
    </message>
    <message>
      <source>{names}: the coverage is not between 0 and 100 %.</source>
      <translation>{names}：覆盖率不在 0 与 100 % 之间。</translation>
    </message>
    <message>
      <source>{names}: the target is not between 0 and 100 %.</source>
      <translation>{names}：目标不在 0 与 100 % 之间。</translation>
    </message>
    <message>
      <source>{names}: the price is negative.</source>
      <translation>{names}：价格为负。</translation>
    </message>
    <message>
      <source>Of the districts that can be assessed none may sell: none lies above its target and above {floor} %. Districts left out: {count}; whether one of them may sell is not known.</source>
      <translation>在可评估的区县中没有可以出售的：均未同时高于自身目标和 {floor} %。未纳入的区县：{count} 个，其中是否有可以出售的尚不可知。</translation>
    </message>
    <message>
      <source>The index counts for the assessment of coverage only: no land, no trees, no ESV and no voucher move.</source>
      <translation>指标仅用于覆盖率考核：不转移土地、林木、ESV 或生态券。</translation>
    </message>
    <message>
      <source>Districts with roles</source>
      <translation>区县角色</translation>
    </message>
    <message>
      <source>Payment plan</source>
      <translation>付款计划</translation>
    </message>
    <message>
      <source>Shortage (mu)</source>
      <translation>缺口（亩）</translation>
    </message>
    <message>
      <source>Capacity of the sellers (mu)</source>
      <translation>卖方可售量（亩）</translation>
    </message>
    <message>
      <source>Traded (mu)</source>
      <translation>成交（亩）</translation>
    </message>
    <message>
      <source>Unmet (mu)</source>
      <translation>未满足（亩）</translation>
    </message>
    <message>
      <source>Amount (yuan)</source>
      <translation>金额（元）</translation>
    </message>
    <message>
      <source>All shortage met and no district left out (1) or not (0)</source>
      <translation>缺口全部满足且没有区县未纳入（1）或否（0）</translation>
    </message>
    <message>
      <source>The seller floor of {floor} % binds: {names} sold all they may.</source>
      <translation>卖方底线 {floor} % 起约束作用：{names} 已售尽可售量。</translation>
    </message>
    <message>
      <source>Their own target binds: {names} sold all they may.</source>
      <translation>其自身目标起约束作用：{names} 已售尽可售量。</translation>
    </message>
    <message>
      <source>{area} mu of shortage are unmet: {names}.</source>
      <translation>有 {area} 亩缺口未满足：{names}。</translation>
    </message>
    <message>
      <source>Districts: {buyers} buyers, {sellers} sellers, {compliant} compliant, {left_out} left out</source>
      <translation>区县：买方 {buyers} 个，卖方 {sellers} 个，达标 {compliant} 个，未纳入 {left_out} 个</translation>
    </message>
    <message>
      <source>Shortage {SHORTAGE} mu, capacity {CAPACITY} mu, traded {TRADED} mu, unmet {UNMET} mu</source>
      <translation>缺口 {SHORTAGE} 亩，可售 {CAPACITY} 亩，成交 {TRADED} 亩，未满足 {UNMET} 亩</translation>
    </message>
    <message>
      <source>Trades: {count}; amount {amount} yuan</source>
      <translation>交易：{count} 笔；金额 {amount} 元</translation>
    </message>
    <message>
      <source>Several districts have the same name: {names}. They are told apart by their feature id.</source>
      <translation>有同名区县：{names}。以要素编号区分。</translation>
    </message>
    <message>
      <source>The seller floor holds back {area} mu that lie above the districts' own targets: {names}.</source>
      <translation>卖方底线使高于自身目标的 {area} 亩不能出售：{names}。</translation>
    </message>
    <message>
      <source>{what} {value} is below {floor}, which the rules ask for in principle. Nothing is blocked.</source>
      <translation>{what} {value} 低于规则原则上要求的 {floor}。仅提示，不阻止。</translation>
    </message>
    <message>
      <source>Forest-cover trade feasibility (Chongqing)</source>
      <translation>森林覆盖率指标交易可行性（重庆）</translation>
    </message>
    <message>
      <source>Which districts miss their forest-coverage target, which may sell them the difference, who buys from whom, and what is paid when.</source>
      <translation>哪些区县未达森林覆盖率目标，哪些可以出售差额，谁向谁购买，何时支付多少。</translation>
    </message>
    <message>
      <source>The matching needs SciPy, which this QGIS does not have. Install it with: {command}</source>
      <translation>匹配需要 SciPy，而本 QGIS 没有安装。安装命令：{command}</translation>
    </message>
    <message>
      <source>The coverage a seller must keep is {floor} %. It must lie between 0 and 100 %.</source>
      <translation>卖方须保留的覆盖率为 {floor} %，须在 0 与 100 % 之间。</translation>
    </message>
    <message>
      <source>The coverage a seller must keep is {floor} %. Give it in percent: 60 for 60 %.</source>
      <translation>卖方须保留的覆盖率为 {floor} %。请以百分数填写：60 表示 60 %。</translation>
    </message>
    <message>
      <source>Coverage a seller must keep (%)</source>
      <translation>卖方须保留的覆盖率（%）</translation>
    </message>
    <message>
      <source>After deducting what it sold. Exactly this is enough. A seller keeps its own target in any case.</source>
      <translation>扣除已售面积之后。恰好等于即可。卖方在任何情况下都须保持自身目标。</translation>
    </message>
    <message>
      <source>Price of the index (yuan/mu)</source>
      <translation>指标价格（元/亩）</translation>
    </message>
    <message>
      <source>In principle not below 1,000 yuan/mu. For sellers without a price of their own.</source>
      <translation>原则上不低于 1000 元/亩。用于没有自定价格的卖方。</translation>
    </message>
    <message>
      <source>Field of the sellers' own prices (yuan/mu)</source>
      <translation>卖方自定价格字段（元/亩）</translation>
    </message>
    <message>
      <source>Price each seller asks for its index. Empty or NULL: the price above.</source>
      <translation>各卖方的指标要价。留空或 NULL：采用上述价格。</translation>
    </message>
    <message>
      <source>Management fee (yuan/mu per year)</source>
      <translation>管护费（元/亩·年）</translation>
    </message>
    <message>
      <source>Paid by the buyer from the purchase on, in principle not below 100 yuan/mu per year.</source>
      <translation>自购买起由买方支付，原则上不低于每年 100 元/亩。</translation>
    </message>
    <message>
      <source>In principle not fewer than 15.</source>
      <translation>原则上不少于 15 年。</translation>
    </message>
    <message>
      <source>The first deal was paid 3:3:4 over three years.</source>
      <translation>首笔交易分三年按 3:3:4 支付。</translation>
    </message>
    <message>
      <source>with_price: the instalments cover price and fee, as in the first deal. yearly: the instalments cover the price, and the fee is paid year by year.</source>
      <translation>with_price：分期款包含价款和管护费，如首笔交易。yearly：分期款只含价款，管护费逐年支付。</translation>
    </message>
    <message>
      <source>First the most shortage is served. Among those matchings, distance: the least area × distance; cost: the least area × price, and between equals the least distance.</source>
      <translation>首先满足最多的缺口。在这些匹配中，distance：面积 × 距离最小；cost：面积 × 价格最小，相同时取距离最小。</translation>
    </message>
    <message>
      <source>price of the index</source>
      <translation>指标价格</translation>
    </message>
    <message>
      <source>number of years</source>
      <translation>年数</translation>
    </message>
    <message>
      <source>The {name} is {value}. Give 0 or more.</source>
      <translation>{name}为 {value}。请给出不小于 0 的值。</translation>
    </message>
    <message>
      <source>Management (years)</source>
      <translation>管护年限（年）</translation>
    </message>
    <message>
      <source>forest,forest coverage,trade,district,county,Chongqing,compensation,matching,optimisation,payment,森林覆盖率,指标交易,重庆,横向生态补偿</source>
      <translation>森林,森林覆盖率,指标交易,区县,重庆,横向生态补偿,匹配,优化,付款,forest,trade,district</translation>
    </message>
    <message>
      <source>Instalments, one a year (ratio)</source>
      <translation>分期付款，每年一期（比例）</translation>
    </message>
    <message>
      <source>Payment of the management fee</source>
      <translation>管护费支付方式</translation>
    </message>
    <message>
      <source>What the matching keeps low</source>
      <translation>匹配的优化目标</translation>
    </message>
    <message>
      <source>Sellers keep {value} %, below the {floor} % of the rules.</source>
      <translation>卖方保留 {value} %，低于规则的 {floor} %。</translation>
    </message>
    <message>
      <source>Left empty: {names}. No district is taken to be in that group.</source>
      <translation>留空：{names}。视为没有区县属于该组。</translation>
    </message>
    <message>
      <source>{count} instalments: the management fee is paid yearly or in {fewest} to {most}.</source>
      <translation>{count} 期：管护费应逐年支付，或分 {fewest} 至 {most} 期支付。</translation>
    </message>
    <message>
      <source>A layer was removed while the run read it. Nothing was written.</source>
      <translation>运行读取图层时该图层被移除。未写入任何内容。</translation>
    </message>
    <message>
      <source>The input {file} was changed, moved or removed during the run. Nothing was written. Run again.</source>
      <translation>输入 {file} 在运行过程中被修改、移动或删除。未写入任何内容。请重新运行。</translation>
    </message>
    <message>
      <source>Code field of the base land use</source>
      <translation>基期地类编码字段</translation>
    </message>
    <message>
      <source>Code field of the target land use</source>
      <translation>目标期地类编码字段</translation>
    </message>
    <message>
      <source>Field of the present land-use code on the parcels (for a plan)</source>
      <translation>地块上的现状地类编码字段（用于规划）</translation>
    </message>
    <message>
      <source>Field of the planned land-use code on the parcels (for a plan)</source>
      <translation>地块上的规划地类编码字段（用于规划）</translation>
    </message>
    <message>
      <source>Band of the base land use</source>
      <translation>基期土地利用的波段</translation>
    </message>
    <message>
      <source>Band of the target land use</source>
      <translation>目标期土地利用的波段</translation>
    </message>
    <message>
      <source>Value without class in the base raster</source>
      <translation>基期栅格中表示无地类的值</translation>
    </message>
    <message>
      <source>Value without class in the target raster</source>
      <translation>目标期栅格中表示无地类的值</translation>
    </message>
    <message>
      <source>Land use at the base date</source>
      <translation>基期土地利用</translation>
    </message>
    <message>
      <source>Land use at the target date</source>
      <translation>目标期土地利用</translation>
    </message>
    <message>
      <source>Land use at the base date (raster)</source>
      <translation>基期土地利用（栅格）</translation>
    </message>
    <message>
      <source>Land use at the target date (raster)</source>
      <translation>目标期土地利用（栅格）</translation>
    </message>
    <message>
      <source>Present land use (codes on the parcels)</source>
      <translation>现状地类（地块上的编码）</translation>
    </message>
    <message>
      <source>Planned land use (codes on the parcels)</source>
      <translation>规划地类（地块上的编码）</translation>
    </message>
    <message>
      <source>Polygons with a land-use code each, without overlaps. Any CRS; they are transformed to that of the parcels.</source>
      <translation>各带一个地类编码、互不重叠的多边形。坐标系不限，将转换到地块的坐标系。</translation>
    </message>
    <message>
      <source>Text or whole numbers, in the codes of the land-use scheme. Leading zeros count: 0101 is not 101.</source>
      <translation>文本或整数，采用所选分类体系的编码。前导零有意义：0101 不同于 101。</translation>
    </message>
    <message>
      <source>For the planned yield, which takes codes on the parcels instead of land-use layers. In a script, BASE_FIELD and TARGET_FIELD without land-use layers say the same.</source>
      <translation>用于规划产券：以地块上的编码代替土地利用图层。在脚本中，不给土地利用图层而只给 BASE_FIELD 和 TARGET_FIELD，含义相同。</translation>
    </message>
    <message>
      <source>Class codes as whole numbers. The two rasters may differ in cell size, origin, extent and CRS; in one CRS nothing is resampled.</source>
      <translation>整数地类编码。两个栅格的像元大小、原点、范围和坐标系可以不同；坐标系相同时不作重采样。</translation>
    </message>
    <message>
      <source>The band that holds the class codes; without one, the first.</source>
      <translation>存放地类编码的波段；不选则为第一波段。</translation>
    </message>
    <message>
      <source>For a raster that does not declare its NoData value. Leave empty otherwise.</source>
      <translation>用于未声明 NoData 值的栅格，否则留空。</translation>
    </message>
    <message>
      <source>Polygons to account for, such as restoration or development parcels. Every one is in the result.</source>
      <translation>要核算的多边形，如修复地块或开发地块。每一个都会出现在结果中。</translation>
    </message>
    <message>
      <source>ellipsoidal: true area on the ellipsoid of the parcels' CRS, whatever the project says. planar: in the parcels' projected CRS. field: the official area of each parcel, to which its parts are scaled.</source>
      <translation>ellipsoidal：地块坐标系椭球面上的真实面积，与工程设置无关。planar：地块投影坐标系中的平面面积。field：各地块的官方面积，各部分按比例换算。</translation>
    </message>
    <message>
      <source>Area of each parcel in m² as certified, such as TBMJ.</source>
      <translation>每个地块登记的面积（平方米），如 TBMJ。</translation>
    </message>
    <message>
      <source>Off: the run stops and names the codes with their areas. On: they are listed, and what depends on them is NULL or left out of the mapped part, never 0.</source>
      <translation>关闭：运行停止，并列出编码及其面积。开启：列出这些编码，依赖它们的数值为 NULL，或不计入有地类的部分，绝不为 0。</translation>
    </message>
    <message>
      <source>Area basis</source>
      <translation>面积基准</translation>
    </message>
    <message>
      <source>Field of official areas (m², for “field”)</source>
      <translation>官方面积字段（平方米，用于“field”）</translation>
    </message>
    <message>
      <source>Go on with codes that have no value</source>
      <translation>遇到无值编码时继续</translation>
    </message>
    <message>
      <source>All parcels, with areas in hectares, ESV in yuan per year and vouchers.</source>
      <translation>所有地块，面积以公顷计，ESV 以元/年计，并给出生态券。</translation>
    </message>
    <message>
      <source>One row for each combination of parcel, base class and target class.</source>
      <translation>每个地块、基期地类与目标期地类的组合为一行。</translation>
    </message>
    <message>
      <source>Land-use codes that the scheme or the coefficient table does not have, with their area in the parcels.</source>
      <translation>分类体系或系数表中没有的地类编码，及其在地块内的面积。</translation>
    </message>
    <message>
      <source>1 = regulating services of 1 mu of five-year arbor forest</source>
      <translation>1 单位 = 1 亩 5 年生乔木林地的调节服务</translation>
    </message>
    <message>
      <source>Parcels with ESV change and vouchers</source>
      <translation>地块 ESV 变化与生态券</translation>
    </message>
    <message>
      <source>Codes without a value</source>
      <translation>无值编码</translation>
    </message>
    <message>
      <source>Parcels without a result</source>
      <translation>无结果的地块数</translation>
    </message>
    <message>
      <source>Area of the parcels (ha)</source>
      <translation>地块面积（公顷）</translation>
    </message>
    <message>
      <source>Area without a known class at both dates (ha)</source>
      <translation>两期未同时有已知地类的面积（公顷）</translation>
    </message>
    <message>
      <source>ESV at the base date (yuan per year)</source>
      <translation>基期 ESV（元/年）</translation>
    </message>
    <message>
      <source>ESV at the target date (yuan per year)</source>
      <translation>目标期 ESV（元/年）</translation>
    </message>
    <message>
      <source>ESV change (yuan per year)</source>
      <translation>ESV 变化（元/年）</translation>
    </message>
    <message>
      <source>Voucher supply (units of the standard)</source>
      <translation>生态券供给（所选标准的单位）</translation>
    </message>
    <message>
      <source>Voucher demand (units of the standard)</source>
      <translation>生态券需求（所选标准的单位）</translation>
    </message>
    <message>
      <source>Net vouchers (units of the standard)</source>
      <translation>生态券净额（所选标准的单位）</translation>
    </message>
    <message>
      <source>Parcels: {count} ({by_status})</source>
      <translation>地块：{count} 个（{by_status}）</translation>
    </message>
    <message>
      <source>Area: {area} ha, of which {unmapped} ha without a known class at both dates</source>
      <translation>面积：{area} 公顷，其中 {unmapped} 公顷两期未同时有已知地类</translation>
    </message>
    <message>
      <source>ESV: {base} → {target} yuan per year, change {change} yuan per year</source>
      <translation>ESV：{base} → {target} 元/年，变化 {change} 元/年</translation>
    </message>
    <message>
      <source>Vouchers: supply {supply}, demand {demand}, net {net} ({unit})</source>
      <translation>生态券：供给 {supply}，需求 {demand}，净额 {net}（{unit}）</translation>
    </message>
    <message>
      <source>Overlay engine: {engine}</source>
      <translation>叠加引擎：{engine}</translation>
    </message>
    <message>
      <source>Rules: {rules}</source>
      <translation>规则：{rules}</translation>
    </message>
    <message>
      <source>{count} codes without a value: {codes}</source>
      <translation>{count} 个编码没有值：{codes}</translation>
    </message>
    <message>
      <source>Code {code} ({layer}, {area} ha): {reason}</source>
      <translation>编码 {code}（{layer}，{area} 公顷）：{reason}</translation>
    </message>
    <message>
      <source>Parcel ESV change and voucher yield (vector land use)</source>
      <translation>地块 ESV 变化与生态券（矢量土地利用）</translation>
    </message>
    <message>
      <source>What each parcel gains or loses in ecosystem service value between two land-use layers, and the ecological vouchers that yields.</source>
      <translation>两期土地利用之间每个地块生态系统服务价值的增减，以及相应的生态券。</translation>
    </message>
    <message>
      <source>ecosystem service value,ESV,ecological voucher,land use,land use change,parcel,restoration,equivalent factor,overlay,生态券,生态系统服务价值,土地利用</source>
      <translation>生态系统服务价值,ESV,生态券,土地利用,土地利用变化,地块,修复,当量因子,叠加,ecological voucher,ecosystem services</translation>
    </message>
    <message>
      <source>Parcel ESV change and voucher yield (raster land use)</source>
      <translation>地块 ESV 变化与生态券（栅格土地利用）</translation>
    </message>
    <message>
      <source>What each parcel gains or loses in ecosystem service value between two classified rasters, and the ecological vouchers that yields. Cells count by the share that lies in the parcel.</source>
      <translation>两期分类栅格之间每个地块生态系统服务价值的增减，以及相应的生态券。像元按其落入地块的比例计入。</translation>
    </message>
    <message>
      <source>ecosystem service value,ESV,ecological voucher,land cover,raster,zonal,exact coverage,parcel,生态券,生态系统服务价值,栅格</source>
      <translation>生态系统服务价值,ESV,生态券,土地覆被,栅格,分区统计,精确覆盖,地块,ecological voucher,raster,exact coverage</translation>
    </message>
    <message>
      <source>Classes of {raster} by its own table: {names}</source>
      <translation>{raster} 自带表中的地类名称：{names}</translation>
    </message>
    <message>
      <source>Planned ESV change and voucher yield (codes on the parcels)</source>
      <translation>规划 ESV 变化与生态券（地块自带编码）</translation>
    </message>
    <message>
      <source>What a restoration plan would yield: each parcel as a whole, from the land use it has to the land use it is planned to have.</source>
      <translation>修复规划的预期产出：每个地块整体由现状地类变为规划地类。</translation>
    </message>
    <message>
      <source>Polygons with the land use they have and the one they are planned to have. Every one is in the result.</source>
      <translation>带有现状地类和规划地类的多边形。每一个都会出现在结果中。</translation>
    </message>
    <message>
      <source>plan,restoration,scenario,ecosystem service value,ESV,ecological voucher,land use,parcel,yield,生态券,规划,修复,生态系统服务价值</source>
      <translation>规划,修复,情景,生态系统服务价值,ESV,生态券,土地利用,地块,plan,restoration,yield</translation>
    </message>
    <message>
      <source>Field of the present land-use code</source>
      <translation>现状地类编码字段</translation>
    </message>
    <message>
      <source>Field of the planned land-use code</source>
      <translation>规划地类编码字段</translation>
    </message>
    <message>
      <source>{layer}: there is no row for the parcel {parcel}. It has no land use at both dates, or the table is that of another run.</source>
      <translation>{layer}：没有地块 {parcel} 的记录。该地块两期没有共同的土地利用，或该表属于另一次运行。</translation>
    </message>
    <message>
      <source>Parcel ESV by ecosystem service</source>
      <translation>地块各项服务ESV</translation>
    </message>
    <message>
      <source>Divides the ESV of each parcel before and after into the services of the coefficient table, from the transitions that a run of “Parcel ESV change” returned.</source>
      <translation>根据“地块ESV变化”返回的地类转移，将每个地块变化前后的ESV按系数表的各项服务分解。</translation>
    </message>
    <message>
      <source>{layer}, row {row}: the parcel is missing, or the area is no number of hectares. Choose the table that a run returned, unchanged.</source>
      <translation>{layer}，第 {row} 行：缺少地块，或面积不是有效的公顷数。请选择运行所返回、未经改动的表。</translation>
    </message>
    <message>
      <source>{layer}: the table is empty. No parcel had land use at both dates.</source>
      <translation>{layer}：表为空。没有地块在两期都有土地利用。</translation>
    </message>
    <message>
      <source>The table “Transitions by parcel” of an EcoVoucher run: parcel, from_code, to_code, area_ha.</source>
      <translation>EcoVoucher 运行输出的“地块地类转移”：parcel、from_code、to_code、area_ha。</translation>
    </message>
    <message>
      <source>The number in the field “parcel”. Empty: all parcels.</source>
      <translation>字段“parcel”中的编号。留空：全部地块。</translation>
    </message>
    <message>
      <source>One row for each parcel and service, in yuan per year. The sums over the services are esv_base, esv_target and esv_change of the parcel.</source>
      <translation>每个地块每项服务一行，单位元/年。各项服务之和即该地块的 esv_base、esv_target 和 esv_change。</translation>
    </message>
    <message>
      <source>ecosystem service,ecosystem service value,ESV,parcel,transitions,provisioning,regulating,supporting,cultural,生态系统服务,生态系统服务价值,地块,供给,调节,支持,文化</source>
      <translation>生态系统服务,生态系统服务价值,ESV,地块,地类转移,供给,调节,支持,文化,ecosystem service,parcel,transitions</translation>
    </message>
    <message>
      <source>Only this parcel (feature id)</source>
      <translation>仅此地块（要素 ID）</translation>
    </message>
    <message>
      <source>ESV by parcel and service</source>
      <translation>地块各项服务ESV表</translation>
    </message>
    <message>
      <source>Prepare the inputs (repaired copies)</source>
      <translation>准备输入数据（修复副本）</translation>
    </message>
    <message>
      <source>Writes copies of the parcels and the land use with what can be mended safely, and a log of every change with the area before and after. The originals stay as they are.</source>
      <translation>把地块和土地利用中能够安全修正的内容写入副本，并逐条记录修正前后的面积。原始数据保持不变。</translation>
    </message>
    <message>
      <source>One row a change: layer, feature, what, area_before and area_after (ha on the ellipsoid).</source>
      <translation>每处改动一行：layer 图层、feature 要素、what 内容、area_before 与 area_after 前后面积（公顷，椭球面积）。</translation>
    </message>
    <message>
      <source>In percent of the repaired area. 100 repairs everything, also a bow-tie, of which nobody knows which half is meant: then look at every area in the log.</source>
      <translation>占修复后面积的百分比。100 表示全部修复，包括蝴蝶结形（哪一半才是原意无从得知）：这时请逐一核对日志中的面积。</translation>
    </message>
    <message>
      <source>There is no layer to prepare. Choose the parcels, the land use, or all of them.</source>
      <translation>没有可准备的图层。请选择地块、土地利用，或全部。</translation>
    </message>
    <message>
      <source>Overlaps and gaps are not mended: no rule can know which of two polygons is right, or which class lies in a gap.</source>
      <translation>重叠与缝隙不作修正：没有规则能判断两个图斑谁对，或缝隙处是何地类。</translation>
    </message>
    <message>
      <source>repair,fix,prepare,clean,make valid,duplicate,codes,curves,生态券,修复,清理,重复,编码</source>
      <translation>repair,fix,prepare,clean,make valid,duplicate,codes,curves,生态券,修复,清理,重复,编码</translation>
    </message>
    <message>
      <source>Prepared parcels</source>
      <translation>准备好的地块</translation>
    </message>
    <message>
      <source>Prepared land use at the base date</source>
      <translation>准备好的基期土地利用</translation>
    </message>
    <message>
      <source>Prepared land use at the target date</source>
      <translation>准备好的目标期土地利用</translation>
    </message>
    <message>
      <source>A copy of the layer; never the layer itself.</source>
      <translation>图层的副本，绝不是图层本身。</translation>
    </message>
    <message>
      <source>Log of the changes</source>
      <translation>改动日志</translation>
    </message>
    <message>
      <source>Features changed</source>
      <translation>改动的要素</translation>
    </message>
    <message>
      <source>Features removed</source>
      <translation>删除的要素</translation>
    </message>
    <message>
      <source>Features left to you</source>
      <translation>留待人工处理的要素</translation>
    </message>
    <message>
      <source>Repair invalid polygons</source>
      <translation>修复无效多边形</translation>
    </message>
    <message>
      <source>Make valid, as QGIS does (linework). A polygon whose area that would change by more than the limit below stays as it is and is named in the log.</source>
      <translation>按 QGIS 的“修正几何”（线方式）进行。面积变化超过下列限值的多边形保持原样，并记入日志。</translation>
    </message>
    <message>
      <source>Make plain polygons</source>
      <translation>改为普通多边形</translation>
    </message>
    <message>
      <source>Curves become chords of 0.1°, heights and measures go, of a geometry collection the polygons stay.</source>
      <translation>曲线按 0.1° 切成弦，去掉高程和测量值，几何集合只留多边形。</translation>
    </message>
    <message>
      <source>Write codes plainly</source>
      <translation>规范编码写法</translation>
    </message>
    <message>
      <source>Blanks around codes go, full-width digits and letters become half-width, 101.0 becomes 101. Lost leading zeros are not guessed. Only in the code fields chosen above.</source>
      <translation>去掉编码首尾空白，全角数字和字母改为半角，101.0 改为 101。丢失的前导零不作猜测。只处理上面所选的编码字段。</translation>
    </message>
    <message>
      <source>Remove duplicates</source>
      <translation>删除重复要素</translation>
    </message>
    <message>
      <source>Of polygons of the same shape, whatever the order of their vertices, the first is kept: parcels where all attributes agree but keys such as fid, land use where the codes agree. The others are named in the log and kept.</source>
      <translation>形状相同（不论顶点顺序）的多边形只留第一个：地块须除 fid 等键外所有属性一致，土地利用须编码一致。其余记入日志并保留。</translation>
    </message>
    <message>
      <source>Largest change of area by a repair (%)</source>
      <translation>修复允许的最大面积变化（%）</translation>
    </message>
    <message>
      <source>{changed} features changed, {removed} removed, {left} left to you.</source>
      <translation>改动 {changed} 个要素，删除 {removed} 个，留待处理 {left} 个。</translation>
    </message>
    <message>
      <source>Look at the log of the changes: {left} features need your decision.</source>
      <translation>请查看改动日志：{left} 个要素需要您判定。</translation>
    </message>
    <message>
      <source>It is in the result, but in neither balance.</source>
      <translation>保留在结果中，但不计入任何平衡。</translation>
    </message>
    <message>
      <source>Regional voucher balance (GDP and population)</source>
      <translation>区域生态券平衡（GDP 与人口校正）</translation>
    </message>
    <message>
      <source>Which regions supply vouchers and which need them, as they are and corrected for GDP and population density, and what that costs.</source>
      <translation>哪些区域供给、哪些区域需求生态券，静态的与经 GDP、人口密度校正的并列，以及相应金额。</translation>
    </message>
    <message>
      <source>Region {ids}: the static balance is missing.</source>
      <translation>区域 {ids}：静态差额缺失。</translation>
    </message>
    <message>
      <source>Region {ids}: the GDP is missing.</source>
      <translation>区域 {ids}：GDP 缺失。</translation>
    </message>
    <message>
      <source>Region {ids}: the population density is missing.</source>
      <translation>区域 {ids}：人口密度缺失。</translation>
    </message>
    <message>
      <source>Region {ids}: the GDP is not above 0.</source>
      <translation>区域 {ids}：GDP 不大于 0。</translation>
    </message>
    <message>
      <source>Region {ids}: the population density is below 0.</source>
      <translation>区域 {ids}：人口密度小于 0。</translation>
    </message>
    <message>
      <source>One row a region, such as counties with their standard-forest change. Every row is in the result.</source>
      <translation>每个区域一行，如带有标准林变化的县。每一行都会出现在结果中。</translation>
    </message>
    <message>
      <source>Field of the static balance ΔM (ha of standard forest)</source>
      <translation>静态差额 ΔM 字段（标准林公顷）</translation>
    </message>
    <message>
      <source>Standard-forest area at the target date less that at the base date: above 0 is a surplus. The field v_net of “Parcel ESV change” with the standard standard_forest.</source>
      <translation>目标期减基期的标准林面积：大于 0 为盈余。即“地块 ESV 变化”采用 standard_forest 标准时的字段 v_net。</translation>
    </message>
    <message>
      <source>Field of GDP per head (yuan, or national mean = 1)</source>
      <translation>人均 GDP 字段（元，或以全国平均 = 1）</translation>
    </message>
    <message>
      <source>In the unit of the national figure, of the target year. Not in percent of the national mean.</source>
      <translation>与全国数值单位相同，取目标年。不是全国平均的百分数。</translation>
    </message>
    <message>
      <source>National GDP per head (same unit)</source>
      <translation>全国人均 GDP（单位相同）</translation>
    </message>
    <message>
      <source>1 if the field holds ratios.</source>
      <translation>若字段为比值则填 1。</translation>
    </message>
    <message>
      <source>Field of the population density (persons/km²)</source>
      <translation>人口密度字段（人/平方公里）</translation>
    </message>
    <message>
      <source>National population density (persons/km²)</source>
      <translation>全国人口密度（人/平方公里）</translation>
    </message>
    <message>
      <source>Price (yuan per hectare of standard forest)</source>
      <translation>价格（元/公顷标准林）</translation>
    </message>
    <message>
      <source>Paid once. It is not an ESV.</source>
      <translation>一次性支付，不是 ESV。</translation>
    </message>
    <message>
      <source>Off: a ratio to the national mean above this stops the run, because it was probably entered in percent. On: for city districts that really are that dense.</source>
      <translation>关闭：与全国平均之比超过此值时停止运行，因为可能误填了百分数。开启：用于确实如此密集的城区。</translation>
    </message>
    <message>
      <source>All regions, with the static and the corrected balance in hectares of standard forest, and yuan.</source>
      <translation>所有区域，静态与校正后的差额以标准林公顷计，并给出金额（元）。</translation>
    </message>
    <message>
      <source>Regions (polygons or table)</source>
      <translation>区域（多边形或表）</translation>
    </message>
    <message>
      <source>Region {ids}: GDP or density is more than {limit} times the national mean. Did you enter percent? Give figures in the unit of the national mean (1.2, not 120), or say that the ratios are right.</source>
      <translation>区域 {ids}：GDP 或密度超过全国平均的 {limit} 倍。是否误填了百分数？请按全国平均的单位填写（1.2 而不是 120），或确认比值无误。</translation>
    </message>
    <message>
      <source>region,county,balance,standard forest,GDP,population density,supply,demand,ecological voucher,生态券,标准林,区域平衡,校正</source>
      <translation>区域,县,平衡,标准林,GDP,人口密度,供给,需求,生态券,校正,region,balance</translation>
    </message>
    <message>
      <source>Regions with voucher balance</source>
      <translation>区域生态券平衡</translation>
    </message>
    <message>
      <source>Supply, corrected (ha)</source>
      <translation>供给，校正后（公顷）</translation>
    </message>
    <message>
      <source>Demand, corrected (ha)</source>
      <translation>需求，校正后（公顷）</translation>
    </message>
    <message>
      <source>Demand less supply, corrected (ha)</source>
      <translation>需求减供给，校正后（公顷）</translation>
    </message>
    <message>
      <source>Demand that no region here can meet (ha)</source>
      <translation>本区域内无法满足的需求（公顷）</translation>
    </message>
    <message>
      <source>Supply, static (ha)</source>
      <translation>供给，静态（公顷）</translation>
    </message>
    <message>
      <source>Demand, static (ha)</source>
      <translation>需求，静态（公顷）</translation>
    </message>
    <message>
      <source>Supply less demand, static (ha)</source>
      <translation>供给减需求，静态（公顷）</translation>
    </message>
    <message>
      <source>Value of the supply (yuan)</source>
      <translation>供给金额（元）</translation>
    </message>
    <message>
      <source>Cost of the demand (yuan)</source>
      <translation>需求金额（元）</translation>
    </message>
    <message>
      <source>Static: supply {supply}, demand {demand}, net {net} ha of standard forest</source>
      <translation>静态：供给 {supply}，需求 {demand}，净额 {net} 公顷标准林</translation>
    </message>
    <message>
      <source>Corrected: supply {supply}, demand {demand}, demand less supply {net} ha (standard-forest ha, GDP/population-corrected: not an area of land)</source>
      <translation>校正后：供给 {supply}，需求 {demand}，需求减供给 {net} 公顷（经 GDP/人口校正的标准林公顷，不是土地面积）</translation>
    </message>
    <message>
      <source>Unmet in these regions: {unmet} ha</source>
      <translation>这些区域内未满足：{unmet} 公顷</translation>
    </message>
    <message>
      <source>Value of the supply {supply} yuan, cost of the demand {demand} yuan</source>
      <translation>供给金额 {supply} 元，需求金额 {demand} 元</translation>
    </message>
    <message>
      <source>The ratios are right, even above {limit}</source>
      <translation>比值无误，即使超过 {limit}</translation>
    </message>
    <message>
      <source>Farmer and collective revenue split</source>
      <translation>农户与集体收益分配</translation>
    </message>
    <message>
      <source>What a sale of land tickets or vouchers brings net of cost, and what of it goes to the farmers and to the collective.</source>
      <translation>出售地票或生态券扣除成本后的收益，以及农户与集体各得多少。</translation>
    </message>
    <message>
      <source>Row {ids}: the quantity is missing, so the money is NULL.</source>
      <translation>第 {ids} 行：数量缺失，金额为 NULL。</translation>
    </message>
    <message>
      <source>Row {ids}: the cost is missing, so the money is NULL.</source>
      <translation>第 {ids} 行：成本缺失，金额为 NULL。</translation>
    </message>
    <message>
      <source>Row {ids}: the quantity or the cost is negative, so the money is NULL. Correct it.</source>
      <translation>第 {ids} 行：数量或成本为负，金额为 NULL。请更正。</translation>
    </message>
    <message>
      <source>Row {ids}: the amount is infinite or too large to be kept to the fen, so the money is NULL. Check the units.</source>
      <translation>第 {ids} 行：金额为无穷大或过大，无法精确到分，金额为 NULL。请检查单位。</translation>
    </message>
    <message>
      <source>Row {ids}: the cost is above the price. The loss is shown and nothing is shared out.</source>
      <translation>第 {ids} 行：成本高于价格。显示亏损，不作分配。</translation>
    </message>
    <message>
      <source>Row {ids}: a party gets less than its guaranteed minimum.</source>
      <translation>第 {ids} 行：有一方所得低于保底。</translation>
    </message>
    <message>
      <source>One row a sale, with or without geometry, such as the parcels with their vouchers. Every row is in the result.</source>
      <translation>每笔出售一行，有无几何均可，如带生态券的地块。每一行都会出现在结果中。</translation>
    </message>
    <message>
      <source>What is sold: mu for a land ticket, vouchers for a voucher sale (v_supply). With the published split voucher_sale they are sold as issued, to 0.01 half up. NULL stays NULL.</source>
      <translation>出售的数量：地票以亩计，生态券以券计（v_supply）。采用已公布方案 voucher_sale 时按核发数量出售，即四舍五入到 0.01。NULL 保持 NULL。</translation>
    </message>
    <message>
      <source>Price of one unit, paid once. It is not an ESV.</source>
      <translation>每单位价格，一次性支付，不是 ESV。</translation>
    </message>
    <message>
      <source>Cost of each row, such as reclamation, in yuan per unit. Leave empty for one cost for all.</source>
      <translation>每行的成本，如复垦成本，元/单位。统一成本时留空。</translation>
    </message>
    <message>
      <source>One cost for all rows, if there is no cost field.</source>
      <translation>没有成本字段时，所有行采用的统一成本。</translation>
    </message>
    <message>
      <source>All rows, with gross, cost, net and shares in yuan, exact to the fen.</source>
      <translation>所有行，毛收入、成本、净收益和各方所得以元计，精确到分。</translation>
    </message>
    <message>
      <source>The rest is the collective's. In Chongqing 85 : 15.</source>
      <translation>其余归集体。重庆为 85 : 15。</translation>
    </message>
    <message>
      <source>Parcels or table of sales</source>
      <translation>地块或出售表</translation>
    </message>
    <message>
      <source>Both a cost field and one cost for all are given. Choose one of them.</source>
      <translation>同时给出了成本字段和统一成本。请二选一。</translation>
    </message>
    <message>
      <source>share of the farmers</source>
      <translation>农户份额</translation>
    </message>
    <message>
      <source>minimum of the farmers</source>
      <translation>农户保底</translation>
    </message>
    <message>
      <source>minimum of the collective</source>
      <translation>集体保底</translation>
    </message>
    <message>
      <source>revenue,income,split,sharing,farmer,collective,land ticket,voucher,benefit sharing,收益分配,地票,生态券,农户,集体</source>
      <translation>收益分配,地票,生态券,农户,集体,收入,revenue,split,farmer,collective</translation>
    </message>
    <message>
      <source>Field of the quantity (units)</source>
      <translation>数量字段（单位数）</translation>
    </message>
    <message>
      <source>Price (yuan per unit)</source>
      <translation>价格（元/单位）</translation>
    </message>
    <message>
      <source>Field of the cost (yuan per unit)</source>
      <translation>成本字段（元/单位）</translation>
    </message>
    <message>
      <source>Cost (yuan per unit)</source>
      <translation>成本（元/单位）</translation>
    </message>
    <message>
      <source>Gross revenue (yuan)</source>
      <translation>毛收入（元）</translation>
    </message>
    <message>
      <source>Net revenue (yuan)</source>
      <translation>净收益（元）</translation>
    </message>
    <message>
      <source>Farmers (yuan)</source>
      <translation>农户（元）</translation>
    </message>
    <message>
      <source>Collective (yuan)</source>
      <translation>集体（元）</translation>
    </message>
    <message>
      <source>Losses (yuan)</source>
      <translation>亏损（元）</translation>
    </message>
    <message>
      <source>Rows below a guaranteed minimum</source>
      <translation>低于保底的行数</translation>
    </message>
    <message>
      <source>Break-even price (yuan per unit)</source>
      <translation>盈亏平衡价（元/单位）</translation>
    </message>
    <message>
      <source>Published split</source>
      <translation>已公布的分配方案</translation>
    </message>
    <message>
      <source>none: the shares and minima below. Otherwise those of a published case: </source>
      <translation>none：采用下面的份额和保底。其余为已公布的案例：</translation>
    </message>
    <message>
      <source>Share of the farmers (% of net revenue)</source>
      <translation>农户份额（净收益的 %）</translation>
    </message>
    <message>
      <source>Guaranteed minimum of the farmers (yuan per unit)</source>
      <translation>农户保底（元/单位）</translation>
    </message>
    <message>
      <source>Guaranteed minimum of the collective (yuan per unit)</source>
      <translation>集体保底（元/单位）</translation>
    </message>
    <message>
      <source>Rows that bring less are marked below_minimum and counted; no money is moved. Empty: no minimum.</source>
      <translation>所得较少的行标为 below_minimum 并计数，不转移金额。留空：无保底。</translation>
    </message>
    <message>
      <source>“{preset}” fixes the {name}, but {value} is given. Choose “none” to set your own.</source>
      <translation>“{preset}”已规定{name}，而又给出了 {value}。请选择“none”以自行设定。</translation>
    </message>
    <message>
      <source>Farmers {share} %: {farmer} yuan; collective {rest} %: {collective} yuan</source>
      <translation>农户 {share} %：{farmer} 元；集体 {rest} %：{collective} 元</translation>
    </message>
    <message>
      <source>Rows below a guaranteed minimum: {count}</source>
      <translation>低于保底的行数：{count}</translation>
    </message>
    <message>
      <source>Losses {loss} yuan, not shared out: farmers + collective − losses = net</source>
      <translation>亏损 {loss} 元，不作分配：农户 + 集体 − 亏损 = 净收益</translation>
    </message>
    <message>
      <source>Break-even price {price} yuan per unit: all rows together just cover their cost</source>
      <translation>盈亏平衡价 {price} 元/单位：各行合计恰好抵偿成本</translation>
    </message>
    <message>
      <source>Vouchers are sold as issued, each row to 0.01 half up: {sold} of {computed}, remainder {remainder}</source>
      <translation>生态券按核发数量出售，每行四舍五入到 0.01：{computed} 中的 {sold}，余 {remainder}</translation>
    </message>
    <message>
      <source>{preset}: “farmers” are {farmer}, the “collective” is {collective}; unit: {unit}</source>
      <translation>{preset}：“农户”为{farmer}，“集体”为{collective}；单位：{unit}</translation>
    </message>
    <message>
      <source>The classification that the code fields use. Codes of different schemes collide, so it is never guessed: 0303 is mangrove in the Third National Land Survey and shrubland in the planning scheme of 2023.</source>
      <translation>编码字段采用的分类体系。不同体系的编码会冲突，因此绝不猜测：0303 在三调中是红树林地，在 2023 年用地用海分类中是灌木林地。</translation>
    </message>
    <message>
      <source>Your own scheme: a CSV with the columns code, name_zh, name_en, ecosystem, standard_forest, ecological_gu, ecological_jiangyin, construction, forest_cover.</source>
      <translation>自定义分类体系：CSV 文件，列为 code, name_zh, name_en, ecosystem, standard_forest, ecological_gu, ecological_jiangyin, construction, forest_cover。</translation>
    </message>
    <message>
      <source>What a hectare of each ecosystem is worth: the equivalent factors of Xie et al. 2015, 2008 or 2003, Table 1 of Gu et al. 2022 in yuan/ha, or your own table.</source>
      <translation>每公顷各类生态系统的价值：谢高地等 2015、2008 或 2003 的当量因子，谷晓坤等 2022 表 1（元/公顷），或自定义表。</translation>
    </message>
    <message>
      <source>Your own coefficients: a CSV with the columns ecosystem, name_zh, name_en and one column a service.</source>
      <translation>自定义系数：CSV 文件，列为 ecosystem, name_zh, name_en，其后每项服务一列。</translation>
    </message>
    <message>
      <source>Leave empty for the table's own: 3406.5 for Xie 2015, 449.1 for Xie 2008, 884.9 for Xie 2003. Does not apply to a table in yuan/ha.</source>
      <translation>留空则采用系数表自带值：Xie 2015 为 3406.5，Xie 2008 为 449.1，Xie 2003 为 884.9。不适用于单位为元/公顷的表。</translation>
    </message>
    <message>
      <source>jiangyin: one voucher is the regulating services of 1 mu of five-year arbor forest; supply where construction land becomes ecological, demand where ecological land becomes construction. standard_forest: hectares of standard forest gained or lost (Gu et al. 2022). The two units are never converted into each other.</source>
      <translation>jiangyin：1 个单位为 1 亩 5 年生乔木林地的调节服务；建设用地变为生态用地为供给，生态用地变为建设用地为需求。standard_forest：标准林公顷数的增减（谷晓坤等 2022）。两种单位绝不相互换算。</translation>
    </message>
    <message>
      <source>The authority's table: ecosystem,coefficient or code,coefficient, with validity dates. Without it a class converts at its regulating services over those of broadleaf forest, which is not the official table.</source>
      <translation>主管部门的系数表：ecosystem,coefficient 或 code,coefficient，须有有效期。未提供时，地类按其调节服务与阔叶林调节服务之比换算，这不是官方系数。</translation>
    </message>
    <message>
      <source>Land-use scheme</source>
      <translation>土地分类体系</translation>
    </message>
    <message>
      <source>Scheme file (CSV, for “custom”)</source>
      <translation>分类体系文件（CSV，用于“custom”）</translation>
    </message>
    <message>
      <source>Coefficient table</source>
      <translation>系数表</translation>
    </message>
    <message>
      <source>Coefficient file (CSV, for “custom”)</source>
      <translation>系数文件（CSV，用于“custom”）</translation>
    </message>
    <message>
      <source>Standard value D of one equivalent factor (yuan/ha per year)</source>
      <translation>标准当量因子价值 D（元/公顷·年）</translation>
    </message>
    <message>
      <source>Net primary production, local over national</source>
      <translation>净初级生产力，当地与全国之比</translation>
    </message>
    <message>
      <source>Scales food, raw materials, gas and climate regulation, environment purification, nutrient cycling, biodiversity and landscape (Xie et al. 2015).</source>
      <translation>修正食物、原料、气体与气候调节、净化环境、养分循环、生物多样性和景观（谢高地等 2015）。</translation>
    </message>
    <message>
      <source>Precipitation, local over national</source>
      <translation>降水量，当地与全国之比</translation>
    </message>
    <message>
      <source>Scales water supply and hydrological regulation (Xie et al. 2015).</source>
      <translation>修正水资源供给和水文调节（谢高地等 2015）。</translation>
    </message>
    <message>
      <source>Soil retention, local over national</source>
      <translation>土壤保持，当地与全国之比</translation>
    </message>
    <message>
      <source>Scales soil conservation (Xie et al. 2015).</source>
      <translation>修正土壤保持（谢高地等 2015）。</translation>
    </message>
    <message>
      <source>Voucher standard</source>
      <translation>生态券标准</translation>
    </message>
    <message>
      <source>Official conversion coefficients (CSV, for “jiangyin”)</source>
      <translation>官方转换系数（CSV，用于“jiangyin”）</translation>
    </message>
    <message>
      <source>A row cannot be written to {destination}: {reason}. Check the space on the disk and the permissions. The result is removed.</source>
      <translation>无法向 {destination} 写入一行：{reason}。请检查磁盘空间和权限。该结果已删除。</translation>
    </message>
    <message>
      <source>the file format gives no reason</source>
      <translation>文件格式未给出原因</translation>
    </message>
    <message>
      <source>A row cannot be written to {destination}: {reason}. The result is removed. Not all file formats hold rows without geometry: choose another one; or check the space on the disk and the permissions.</source>
      <translation>无法向 {destination} 写入一行：{reason}。结果已删除。并非所有文件格式都能保存没有几何的行：请换一种格式，或检查磁盘空间和权限。</translation>
    </message>
    <message>
      <source>{count} features were written to {destination}, but it holds {found}. The result is removed. Look for keys that repeat, or choose another file format: not all hold rows without geometry.</source>
      <translation>向 {destination} 写入了 {count} 个要素，但其中只有 {found} 个。结果已删除。请检查主键是否重复，或选择其他文件格式：并非所有格式都能保存无几何的行。</translation>
    </message>
    <message>
      <source>Voucher balance by group</source>
      <translation>分组生态券平衡</translation>
    </message>
    <message>
      <source>Supply, demand, net vouchers and ESV change of a result layer: of all its parcels, of the selected ones, of those in an extent, and by town, village or any other field.</source>
      <translation>结果图层的供给、需求、净生态券和 ESV 变化：全部地块、选中地块或范围内地块，并可按镇、村或任一字段分组。</translation>
    </message>
    <message>
      <source>The output of one of the parcel algorithms, with all its fields.</source>
      <translation>任一地块算法的输出，字段须齐全。</translation>
    </message>
    <message>
      <source>One row for each value, NULL included. Empty: one row for all parcels.</source>
      <translation>每个取值一行，包括 NULL。留空：全部地块合为一行。</translation>
    </message>
    <message>
      <source>Parcels that lie in it wholly or in part count as a whole. Empty: all parcels.</source>
      <translation>全部或部分位于其中的地块按整块计入。留空：全部地块。</translation>
    </message>
    <message>
      <source>Areas in hectares, vouchers in the unit of their standard, ESV in yuan per year.</source>
      <translation>面积单位为公顷，生态券按其标准的单位，ESV 单位为元/年。</translation>
    </message>
    <message>
      <source>{layer}: this is no EcoVoucher result, because it lacks the fields {fields}. Choose the output of “Parcel ESV change and voucher yield”.</source>
      <translation>{layer}：缺少字段 {fields}，不是 EcoVoucher 结果。请选择“地块 ESV 变化与生态券”的输出。</translation>
    </message>
    <message>
      <source>{layer}: a table has no place on the map. Leave the extent empty.</source>
      <translation>{layer}：表没有空间位置。请将范围留空。</translation>
    </message>
    <message>
      <source>balance,sum,group,town,village,status,ecological voucher,ESV,生态券,平衡,汇总,分组</source>
      <translation>balance,sum,group,town,village,status,ecological voucher,ESV,生态券,平衡,汇总,分组,供给,需求</translation>
    </message>
    <message>
      <source>Group by</source>
      <translation>分组字段</translation>
    </message>
    <message>
      <source>Only parcels in this extent</source>
      <translation>仅此范围内的地块</translation>
    </message>
    <message>
      <source>Voucher balance</source>
      <translation>生态券平衡</translation>
    </message>
    <message>
      <source>Parcels with a problem</source>
      <translation>有问题的地块数</translation>
    </message>
    <message>
      <source>Parcels without vouchers</source>
      <translation>没有生态券的地块数</translation>
    </message>
    <message>
      <source>Parcels without ESV</source>
      <translation>没有 ESV 的地块数</translation>
    </message>
    <message>
      <source>Unit of the vouchers (mu or ha)</source>
      <translation>生态券单位（mu 亩或 ha 公顷）</translation>
    </message>
  </context>
</TS>
