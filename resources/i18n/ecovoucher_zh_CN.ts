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
      <source>{file} does not say when the measures are in force.</source>
      <translation>{file} 未说明办法的有效期。</translation>
    </message>
    <message>
      <source>{file} does not give “{name}”.</source>
      <translation>{file} 没有给出“{name}”。</translation>
    </message>
    <message>
      <source>{file} has no coefficient for “{name}”.</source>
      <translation>{file} 没有“{name}”的系数。</translation>
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
      <source>{file} has no column “{missing}”. Its columns are: {columns}. It needs: {required}.</source>
      <translation>{file} 没有列“{missing}”。现有列：{columns}。需要的列：{required}。</translation>
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
      <source>The table {file} cannot be read: {reason}. Check the path.</source>
      <translation>无法读取表 {file}：{reason}。请检查路径。</translation>
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
      <source>{file}: “{value}” stands twice in column “{column}”, in lines {first} and {second}. Keep one.</source>
      <translation>{file}：“{value}”在列“{column}”中出现两次（第 {first} 行和第 {second} 行）。请只保留一行。</translation>
    </message>
    <message>
      <source>{file}: “# {key}: {value}” is not a date. Write it as YYYY-MM-DD.</source>
      <translation>{file}：“# {key}: {value}”不是日期。请写成 YYYY-MM-DD。</translation>
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
      <source>Local factors cannot be applied to {table}: it does not say which of them scales “{service}”. Set the three factors to 1, or name the service in a line {lines} of the file.</source>
      <translation>局地修正系数不能用于 {table}：它没有说明哪个系数修正“{service}”。请把三个系数都设为 1，或在文件的 {lines} 行之一中列出该服务。</translation>
    </message>
    <message>
      <source>The CRS {crs} names no ellipsoid, so ellipsoidal areas cannot be computed. Choose another area basis, or reproject the parcels to a CRS such as EPSG:4490.</source>
      <translation>坐标系 {crs} 没有指明椭球体，无法计算椭球面积。请改用其他面积基准，或将地块投影到 EPSG:4490 等坐标系。</translation>
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
      <source>{feature} cannot be transformed into the CRS of the parcels. Check the CRS of its layer, or clip the layer to the area of the parcels.</source>
      <translation>{feature} 无法转换到地块的坐标系。请检查该图层的坐标系，或把图层裁剪到地块范围。</translation>
    </message>
    <message>
      <source>Ecological vouchers</source>
      <translation>生态券</translation>
    </message>
    <message>
      <source>{problem}</source>
      <translation>{problem}</translation>
    </message>
    <message>
      <source>Cancelled. Nothing was written.</source>
      <translation>已取消，未写入任何结果。</translation>
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
      <source>The output {file} cannot be written: no permission.</source>
      <translation>无法写入输出 {file}：没有权限。</translation>
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
      <source>{layer}: the layer has no CRS. Set the CRS in which its coordinates were recorded (layer properties, Source).</source>
      <translation>{layer}：图层没有坐标系。请设置坐标实际采用的坐标系（图层属性 → 数据源）。</translation>
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
      <source>{layer}: the coordinates {extent} lie outside the area for which {crs} is defined. The layer probably has the wrong CRS (for Gauss-Krüger: zone, or eastings with and without zone number).</source>
      <translation>{layer}：坐标 {extent} 超出 {crs} 的适用范围。图层的坐标系可能有误（高斯-克吕格：带号，或东坐标是否含带号）。</translation>
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
      <source>Parcels with ESV change and vouchers</source>
      <translation>地块 ESV 变化与生态券</translation>
    </message>
    <message>
      <source>Transitions by parcel</source>
      <translation>地块地类转移</translation>
    </message>
    <message>
      <source>Codes without a value</source>
      <translation>无值编码</translation>
    </message>
    <message>
      <source>Parcels</source>
      <translation>地块</translation>
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
      <source>Area not valued (ha)</source>
      <translation>未计值面积（公顷）</translation>
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
      <source>Voucher supply</source>
      <translation>生态券供给</translation>
    </message>
    <message>
      <source>Voucher demand</source>
      <translation>生态券需求</translation>
    </message>
    <message>
      <source>Net vouchers</source>
      <translation>生态券净额</translation>
    </message>
    <message>
      <source>The parcel layer changed during the run. Run again.</source>
      <translation>地块图层在运行期间发生了变化。请重新运行。</translation>
    </message>
    <message>
      <source>Parcels: {count} ({by_status})</source>
      <translation>地块：{count} 个（{by_status}）</translation>
    </message>
    <message>
      <source>Area: {area} ha, of which {unmapped} ha without a value</source>
      <translation>面积：{area} 公顷，其中 {unmapped} 公顷未计值</translation>
    </message>
    <message>
      <source>ESV: {base} → {target} yuan per year, change {change} yuan per year</source>
      <translation>ESV：{base} → {target} 元/年，变化 {change} 元/年</translation>
    </message>
    <message>
      <source>Vouchers: supply {supply}, demand {demand}, net {net}</source>
      <translation>生态券：供给 {supply}，需求 {demand}，净额 {net}</translation>
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
      <source>These land-use codes have no value in the scheme {scheme} with the coefficient table {table}: {codes}. Check the scheme and the code fields, extend the table, or allow codes without a value.{hint}</source>
      <translation>以下地类编码在分类体系 {scheme} 与系数表 {table} 中没有值：{codes}。请检查分类体系和编码字段，补充表格，或允许无值编码。{hint}</translation>
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
      <source>The scheme has such codes with a leading zero: a numeric field has lost it; use a text field.</source>
      <translation>分类体系中有带前导零的此类编码：数值字段丢失了前导零，请使用文本字段。</translation>
    </message>
    <message>
      <source>No parcel is without a remark. Look at the field ev_status before using the result.</source>
      <translation>没有一个地块是完全正常的。使用结果前请查看字段 ev_status。</translation>
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
      <source>“{code}” ({layer}: {area} ha in {parcels} parcels)</source>
      <translation>“{code}”（{layer}：{area} 公顷，{parcels} 个地块）</translation>
    </message>
    <message>
      <source>Parcel {ids}: the official area differs by more than {percent} % from the area on the ellipsoid.</source>
      <translation>地块 {ids}：官方面积与椭球面积相差超过 {percent} %。</translation>
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
      <source>Polygons to account for, such as restoration or development parcels. Every one is in the result.</source>
      <translation>要核算的多边形，如修复地块或开发地块。每一个都会出现在结果中。</translation>
    </message>
    <message>
      <source>ecosystem service value,ESV,ecological voucher,land use,land use change,parcel,restoration,equivalent factor,overlay,生态券,生态系统服务价值,土地利用</source>
      <translation>生态系统服务价值,ESV,生态券,土地利用,土地利用变化,地块,修复,当量因子,叠加,ecological voucher,ecosystem services</translation>
    </message>
    <message>
      <source>Land use at the base date</source>
      <translation>基期土地利用</translation>
    </message>
    <message>
      <source>Code field of the base land use</source>
      <translation>基期地类编码字段</translation>
    </message>
    <message>
      <source>Land use at the target date</source>
      <translation>目标期土地利用</translation>
    </message>
    <message>
      <source>Code field of the target land use</source>
      <translation>目标期地类编码字段</translation>
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
      <source>The land-use scheme is “custom”, but no scheme file is given. Choose a CSV file.</source>
      <translation>分类体系为“custom”，但没有给出文件。请选择 CSV 文件。</translation>
    </message>
    <message>
      <source>The coefficient table is “custom”, but no coefficient file is given. Choose a CSV file.</source>
      <translation>系数表为“custom”，但没有给出文件。请选择 CSV 文件。</translation>
    </message>
    <message>
      <source>Conversion coefficients belong to the voucher standard “jiangyin”, but “{standard}” is chosen. Remove the file or change the standard.</source>
      <translation>转换系数用于“jiangyin”标准，而当前选择的是“{standard}”。请去掉文件或更改标准。</translation>
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
  </context>
</TS>
