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
      <source>The raster {raster} holds values that are no class codes: {values}. Choose a classified raster, whose values are whole numbers.</source>
      <translation>栅格 {raster} 含有不是地类编码的值：{values}。请选择分类栅格，其值为整数。</translation>
    </message>
    <message>
      <source>The raster {raster} holds more than {limit} different values, from {low} to {high}. Choose a classified raster, or name the values that stand for NoData.</source>
      <translation>栅格 {raster} 的不同取值超过 {limit} 个（{low} 至 {high}）。请选择分类栅格，或指明表示 NoData 的值。</translation>
    </message>
    <message>
      <source>The raster {raster} is no file but a {provider} layer. Save it as a GeoTIFF first.</source>
      <translation>栅格 {raster} 不是文件，而是 {provider} 图层。请先另存为 GeoTIFF。</translation>
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
      <source>{feature} cannot be transformed into the CRS of the parcels. Check the CRS of its layer, or clip the layer to the area of the parcels.</source>
      <translation>{feature} 无法转换到地块的坐标系。请检查该图层的坐标系，或把图层裁剪到地块范围。</translation>
    </message>
    <message>
      <source>The CRS {crs} names no ellipsoid, so ellipsoidal areas cannot be computed. Choose another area basis, or reproject the parcels to a CRS such as EPSG:4490.</source>
      <translation>坐标系 {crs} 没有指明椭球体，无法计算椭球面积。请改用其他面积基准，或将地块投影到 EPSG:4490 等坐标系。</translation>
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
      <source>Parcel {ids}: the official area differs by more than {percent} % from the area on the ellipsoid.</source>
      <translation>地块 {ids}：官方面积与椭球面积相差超过 {percent} %。</translation>
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
      <source>Conversion coefficients belong to the voucher standard “jiangyin”, but “{standard}” is chosen. Remove the file or change the standard.</source>
      <translation>转换系数用于“jiangyin”标准，而当前选择的是“{standard}”。请去掉文件或更改标准。</translation>
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
      <source>{problem}</source>
      <translation>{problem}</translation>
    </message>
    <message>
      <source>Cancelled. Nothing was written.</source>
      <translation>已取消，未写入任何结果。</translation>
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
      <source>The output {file} cannot be written: no permission.</source>
      <translation>无法写入输出 {file}：没有权限。</translation>
    </message>
    <message>
      <source>The outputs “{first}” and “{second}” would be written to the same place, {place}. Choose another file for one of them.</source>
      <translation>输出“{first}”与“{second}”将写入同一位置 {place}。请为其中之一另选文件。</translation>
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
      <source>Districts</source>
      <translation>区县</translation>
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
      <source>Trades</source>
      <translation>交易</translation>
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
      <source>management fee</source>
      <translation>管护费</translation>
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
      <source>ha of standard forest</source>
      <translation>标准林公顷</translation>
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
      <source>Land use at the base date (raster)</source>
      <translation>基期土地利用（栅格）</translation>
    </message>
    <message>
      <source>Band of the base land use</source>
      <translation>基期土地利用的波段</translation>
    </message>
    <message>
      <source>Land use at the target date (raster)</source>
      <translation>目标期土地利用（栅格）</translation>
    </message>
    <message>
      <source>Band of the target land use</source>
      <translation>目标期土地利用的波段</translation>
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
      <source>Value without class in the base raster</source>
      <translation>基期栅格中表示无地类的值</translation>
    </message>
    <message>
      <source>Value without class in the target raster</source>
      <translation>目标期栅格中表示无地类的值</translation>
    </message>
    <message>
      <source>For a raster that does not declare its NoData value. Leave empty otherwise.</source>
      <translation>用于未声明 NoData 值的栅格，否则留空。</translation>
    </message>
    <message>
      <source>The rasters differ in CRS: the target is read at the centres of the cells of the base raster. {percent} % of these cells lie beside another class and could be affected.</source>
      <translation>两个栅格坐标系不同：目标期在基期像元中心处读取。其中 {percent} % 的像元与其他地类相邻，可能受影响。</translation>
    </message>
    <message>
      <source>The raster {raster} declares no NoData value: every value in it counts as a class.</source>
      <translation>栅格 {raster} 未声明 NoData 值：其中每个值都视为地类。</translation>
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
      <source>Revenue split</source>
      <translation>收益分配</translation>
    </message>
    <message>
      <source>Gross revenue (yuan)</source>
      <translation>毛收入（元）</translation>
    </message>
    <message>
      <source>Cost (yuan)</source>
      <translation>成本（元）</translation>
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
      <source>Gross {gross} − cost {cost} = net {net} yuan</source>
      <translation>毛收入 {gross} − 成本 {cost} = 净收益 {net} 元</translation>
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
      <source>cost</source>
      <translation>成本</translation>
    </message>
    <message>
      <source>price</source>
      <translation>价格</translation>
    </message>
    <message>
      <source>Losses {loss} yuan, not shared out: farmers + collective − losses = net</source>
      <translation>亏损 {loss} 元，不作分配：农户 + 集体 − 亏损 = 净收益</translation>
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
      <source>{problem}. The result is removed. Not all file formats hold rows without geometry: choose another one.</source>
      <translation>{problem}。结果已删除。并非所有文件格式都能保存没有几何的行：请改用其他格式。</translation>
    </message>
    <message>
      <source>{count} features were written to {destination}, but it holds {found}. The result is removed. Look for keys that repeat, or choose another file format: not all hold rows without geometry.</source>
      <translation>向 {destination} 写入了 {count} 个要素，但其中只有 {found} 个。结果已删除。请检查主键是否重复，或选择其他文件格式：并非所有格式都能保存无几何的行。</translation>
    </message>
    <message>
      <source>The input layer changed during the run. Run again.</source>
      <translation>输入图层在运行期间发生了变化。请重新运行。</translation>
    </message>
  </context>
</TS>
